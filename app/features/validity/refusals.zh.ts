export const refusals = {
  changed: "这份文件已经有了变化，请刷新页面",
  waiting: "这份文件已有一条说明待签认",
  kind: "文件现在的效力下不能这样说明，请刷新页面",
  "order-state": "这条说明已经办理，请刷新页面",
  "two-persons": "提交人与签认人不能是同一人",
};
