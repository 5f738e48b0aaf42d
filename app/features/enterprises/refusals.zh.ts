export const refusals = {
  "import-broken": "文件有 {{count}} 处错误，未导入任何内容",
  "not-found": "没有找到这家企业",
  "fact-not-of-profile": "这一项属于单次申报，不在企业画像中填写",
  "no-firm": "请先登记或选择企业",
};
