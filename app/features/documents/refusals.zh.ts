export const refusals = {
  "unknown-code": "没有以这个核验码签发的文书，请核对核验码",
  "year-wrong": "请选择列出的年度",
};
