import { caseMoves } from "./case-moves.zh";

/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  taskOpened: {
    title: "待办：{{work}}",
    text: "{{firm}}「{{item}}」：{{todo}}请在期限内办理。",
  },
  objectionLink: {
    title: "请确认您的异议",
    text: "有人用这个邮箱对{{firm}}「{{item}}」的公示提出了异议。是您提出的，请在 {{hours}} 小时内打开下面的网址确认；不确认就不生效。不是您提出的，不必理会。",
  },
  objectionReceived: {
    title: "异议已收到",
    text: "您对{{firm}}「{{item}}」公示的异议已收到，办结之前不会拨付。是否受理在 1 个工作日内告知，最迟 {{day}} 答复。请保存下面的网址，进展和答复都在那里。",
  },
  objectionAdmitted: {
    title: "异议已受理",
    text: "您对{{firm}}「{{item}}」公示的异议已受理，由没有参与审批的人员调查，最迟 {{day}} 答复。",
  },
  objectionRefused: {
    title: "异议不予受理",
    text: "您对{{firm}}「{{item}}」公示的异议不予受理。理由：{{reason}}",
  },
  objectionDismissed: {
    title: "异议不成立",
    text: "您对{{firm}}「{{item}}」公示的异议经调查不成立。答复：{{reason}}",
  },
  objectionUpheld: {
    title: "异议成立",
    text: "您对{{firm}}「{{item}}」公示的异议经调查成立，这件申报重新审核。答复：{{reason}}",
  },
  recoveryOpened: {
    title: "有一笔资金需要收回",
    text: "已决定向{{firm}}追回「{{item}}」的资金，请财政部门跟进收回情况。",
  },
  recoveryUnpaid: {
    title: "经催告企业仍未退回资金",
    text: "{{firm}}经催告仍未退回「{{item}}」的资金 {{sum}}，请决定是否依法申请人民法院强制执行。",
  },
  obligationSoon: {
    title: "后续义务将到期",
    text: "「{{item}}」的后续义务（{{what}}）到 {{day}} 为止，届时主管部门将核对是否做到。",
  },
  obligationDue: {
    title: "有一项后续义务到期，请核对",
    text: "{{firm}}「{{item}}」的后续义务（{{what}}）已于 {{day}} 到期，请核对是否做到。",
  },
  moneyBack: {
    title: "已拨付的资金退回，请决定是否追回",
    text: "{{firm}}「{{item}}」已拨付资金中的 {{sum}} 已退回国库。请在办件页面决定是否追回、追回多少；决定之前这笔钱不作处理。",
  },
  accountMissing: {
    title: "请填写收款账户",
    text: "「{{item}}」的 {{sum}} 已可拨付，但没有收款账户。请填写本企业的收款账户，提交后即列入拨付。",
  },
  selectionProposed: {
    title: "有择优方案待复核",
    text: "{{person}}提交了「{{item}}」{{year}} 年度的择优方案，请由另一人复核。",
  },
  caseReopened: {
    title: "已办结事项的款项被退回",
    text: "{{firm}}的「{{item}}」已办结，款项被银行退回，原因：{{reason}}。事项重新进入拨付环节，到账后自动办结。",
  },
  case: caseMoves,
  instalmentAsked: {
    title: "分期拨付的条件待确认",
    text: "{{firm}}「{{item}}」第 {{number}} 期须先确认：{{what}}。请在 {{day}} 前核对后作出认定。",
  },
  instalmentToConfirm: {
    title: "分期拨付的条件待确认",
    text: "{{firm}}「{{item}}」第 {{number}} 期须先确认：{{what}}。条件具备时请及时认定。",
  },
  instalmentLate: {
    title: "分期拨付的条件逾期未确认",
    text: "{{firm}}「{{item}}」第 {{number}} 期已于 {{day}} 到期，条件（{{what}}）还没有认定，企业在等，请尽快办理。",
  },
  instalmentDue: {
    title: "分期资金进入拨付",
    text: "「{{item}}」第 {{number}} 期 {{sum}} 已列入待拨付，将拨付到您现在使用的收款账户。",
  },
  instalmentWaits: {
    title: "分期资金等待预算",
    text: "「{{item}}」第 {{number}} 期 {{sum}} 已到期，今年的预算暂时不足，落实后自动拨付，不用您办理。",
  },
  instalmentPaid: {
    title: "分期资金已拨付",
    text: "「{{item}}」第 {{number}} 期 {{sum}} 已拨付到账。",
  },
  instalmentEnded: {
    title: "其余各期不再拨付",
    text: "「{{item}}」尚未拨付的各期不再拨付，理由：{{reason}}。有异议的，可以向主管部门陈述和申辩，也可以依法申请行政复议或者提起行政诉讼。",
  },
  instalmentStoppedPaid: {
    title: "已停止拨付的一期已由银行支付",
    text: "{{firm}}「{{item}}」的一期 {{sum}} 在停止拨付前已交银行，现已支付。请在办件页面核对追回金额是否包含这一期。",
  },
  instalmentUnfunded: {
    title: "分期资金到期，预算不足",
    text: "{{firm}}「{{item}}」第 {{number}} 期 {{sum}} 已到期，{{year}} 年预算不足，请安排。",
  },
};
