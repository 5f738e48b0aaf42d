export const refusals = {
  over: "这件事已经了结，请刷新页面",
  "not-retried": "定时任务会自己再试，不用重试",
  "not-given-up": "只有负责这件事的部门才能放弃",
  "reason-missing": "请写明放弃的理由",
  "last-way": "放弃后这个办件将没有人再办理，不能放弃；请先处理原因，再重试",
};
