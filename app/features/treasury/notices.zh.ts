/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  recoveryUrged: {
    title: "应退资金已超过期限，请尽快退回",
    text: "「{{item}}」应在 {{due}} 前退回的资金还差 {{sum}}。请在 {{day}} 前退回；有异议的，可在此前向主管部门陈述和申辩。逾期仍不退回的，主管部门可以依法申请人民法院强制执行。",
  },
  lineExplained: {
    title: "银行流水说明待您复核",
    text: "{{person}}说明了银行文件 {{name}} 中一行没有入账的流水，请核对后确认。",
  },
  lineConfirmed: {
    title: "银行流水说明已确认",
    text: "{{person}}确认了您对银行文件 {{name}} 中一行流水的说明。",
  },
  lineRefused: {
    title: "银行流水说明被退回",
    text: "{{person}}退回了您对银行文件 {{name}} 中一行流水的说明，请查看理由。",
  },
  excessHeld: {
    title: "您多退的款项将退还",
    text: "「{{item}}」退回的资金比应退的多 {{sum}}，财政部门将退还到原收款账户，无需您办理。",
  },
  excessRefunded: {
    title: "多退的款项已退还",
    text: "「{{item}}」多退的 {{sum}} 已退还到原收款账户，请查收。",
  },
  paymentReturned: {
    title: "拨付款项被银行退回",
    text: "「{{item}}」的 {{sum}} 被银行退回，原因：{{reason}}。财政部门将重新拨付，无需您办理。",
  },
  paymentNeedsAccount: {
    title: "请更换收款账户",
    text: "「{{item}}」的 {{sum}} 被银行退回，原因：{{reason}}。请提供新的收款账户，提交后即重新拨付。",
  },
};
