export const refusals = {
  "export-too-long": "清单共 {{count}} 件，超过一次导出的上限 {{most}} 件，请缩小范围后分次导出",
};
