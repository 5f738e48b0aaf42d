export const caseMoves = {
  factsVerified: {
    title: "申报数据已按证据核定",
    text: "「{{item}}」有 {{count}} 项申报数据与证据不符，审核部门已按证据核定，原来的数据仍然留存。理由：{{reason}}。有不同意见的，可以给部门留言。",
  },
  sumRecomputed: {
    title: "测算金额有变化",
    text: "「{{item}}」申报之后，您企业的其他申报有变化，部门按现在的情况重新测算：原测算 {{was}}，现为 {{now}}。申报的数据和材料不变，有不同意见的，可以给部门留言。",
  },
  sumDiffers: {
    title: "核定金额与测算金额不同",
    text: "「{{item}}」核定 {{sum}}，测算为 {{computed}}。理由：{{reason}}",
  },
  countyReview: {
    title: "申报已受理，县区初审中",
    text: "「{{item}}」的申报正由县区部门初审。",
  },
  departmentReview: {
    title: "申报进入部门审核",
    text: "「{{item}}」的申报正由主管部门审核。",
  },
  assessment: {
    title: "申报进入专家评审",
    text: "「{{item}}」的申报正在评审和核查。",
  },
  ranking: {
    title: "申报等待年度择优",
    text: "「{{item}}」的申报已通过审核，等待年度择优。",
  },
  confirming: {
    title: "请确认收款账户",
    text: "经部门核对，企业符合「{{item}}」，可得 {{sum}}，无需申报，请一键确认账户。",
  },
  upheld: {
    title: "复核维持原决定",
    text: "「{{item}}」的申报经复核维持原决定，理由：{{reason}}。您仍可依法申请行政复议或提起行政诉讼。",
  },
  overturned: {
    title: "复核撤销原决定",
    text: "「{{item}}」的原决定已经撤销，申报重新审核，理由：{{reason}}",
  },
  reconsidering: {
    title: "复核申请已受理",
    text: "「{{item}}」的决定将由未参与原决定的人员复核。",
  },
  correcting: {
    title: "申报需要补正",
    text: "「{{item}}」的申报有内容需要补正，请按一次性告知单在期限内补齐。",
  },
  publicity: {
    title: "申报通过审核，开始公示",
    text: "「{{item}}」的申报已通过审核，拟支持 {{sum}}，现予公示。",
  },
  awaitingBudget: {
    title: "等待预算",
    text: "「{{item}}」的申报已通过，本年度预算暂时不足，补足后按顺序拨付，金额 {{sum}}。",
  },
  payment: {
    title: "资金待拨付",
    text: "「{{item}}」的 {{sum}} 已进入拨付环节。",
  },
  closed: {
    title: "申报已办结",
    text: "「{{item}}」的申报已办结，金额 {{sum}}。",
  },
  rejected: {
    title: "申报未通过",
    text: "「{{item}}」的申报没有通过，理由：{{reason}}",
  },
  lapsed: {
    title: "申报已逾期终止",
    text: "「{{item}}」的申报没有在期限内补正，已终止办理。",
  },
  unconfirmed: {
    title: "逾期未确认账户，本次未拨付",
    text: "企业没有在期限内确认「{{item}}」的收款账户，{{sum}} 本次未拨付，办件已终止。政策仍有效的，可以联系主管部门重新列入名单。",
  },
  draftLapsed: {
    title: "草稿已过期",
    text: "「{{item}}」的申报草稿长期没有提交，已经结束。政策仍在申报期的，可以重新申报。",
  },
};
