/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  recoveryDecided: {
    title: "已拨付资金需要退回",
    text: "「{{item}}」已拨付资金中的 {{sum}} 需要退回，原因：{{reason}}",
  },
  budgetProposed: {
    title: "有预算事项待复核",
    text: "{{person}}提交了「{{name}}」的预算事项，请复核。",
  },
  budgetReleased: {
    title: "预算事项已复核",
    text: "「{{name}}」的预算事项已由{{person}}复核，已经入账。",
  },
  budgetRefused: {
    title: "预算事项被退回",
    text: "「{{name}}」的预算事项被{{person}}退回，理由见详情。",
  },
  poolBelowFloor: {
    title: "周转资金池低于警戒线",
    text: "周转资金池可用 {{left}}，低于警戒线 {{floor}}，请及时补充。",
  },
};
