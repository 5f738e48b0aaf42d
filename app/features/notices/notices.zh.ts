import { caseMoves } from "./case-moves.zh";

export const notices = {
  page: {
    title: "消息",
    lead: "政策匹配和办件进展会在这里告诉您，每件事只告知一次。",
    all: "全部",
    unread: "未读",
    markAll: "全部标为已读",
    mark: "标为已读",
    open: "查看",
    list: "消息列表",
    none: "没有消息",
    noneUnread: "没有未读消息",
    noneText: "有新的匹配或办件进展时，会在这里告诉您。",
    filter: "消息筛选",
    new: "未读",
    count: "共 {{count}} 条",
  },
  unstated: "以政策规定为准",
  mail: {
    greeting: "{{name}}，您好：",
    footer: "惠企通（系统自动发送，请勿回复）",
  },
  unknown: {
    title: "新消息",
    text: "有一件事需要您看一看。",
  },
  matchOpened: {
    title: "又有一项政策适合您",
    text: "按照您填写的情况，企业符合「{{item}}」的条件。预计支持：{{sum}}。",
  },
  matchAmount: {
    title: "可得金额有变化",
    text: "按照最新情况，「{{item}}」的预计支持变为：{{sum}}。",
  },
  matchesOpened: {
    title: "有 {{count}} 项政策的匹配结果有更新",
    text: "按照企业情况重新匹配后，有 {{count}} 项政策新近适合您或金额有变化。",
  },
  matchClosing: {
    title: "申报即将截止",
    text: "「{{item}}」将于 {{day}} 截止，企业符合条件，尚未申报。",
  },
  claimOpened: {
    title: "有人申请加入企业",
    text: "{{person}}申请加入 {{firm}}，请核实后决定。",
  },
  claimGranted: {
    title: "加入企业的申请已同意",
    text: "您已加入 {{firm}}。",
  },
  claimRefused: {
    title: "加入企业的申请未通过",
    text: "申请没有通过，理由：{{reason}}",
  },
  codeToConfirm: {
    title: "有企业的代码待核对",
    text: "{{firm}} 的统一社会信用代码 {{code}} 最后一位与校验规则不符，请核对后确认。",
  },
  codeConfirmed: {
    title: "统一社会信用代码已确认",
    text: "{{firm}} 的代码已确认，可以提交申报。",
  },
  codeRefused: {
    title: "统一社会信用代码未通过核对",
    text: "{{firm}} 的代码没有通过核对，不能提交申报，理由：{{reason}}",
  },
  memberJoined: {
    title: "有同事加入企业",
    text: "{{person}}已接受邀请，加入 {{firm}}。",
  },
  passwordReset: {
    title: "您的密码已被重置",
    text: "{{by}}重置了您的密码，所有登录已退出。请按发到您邮箱的链接设置新密码；如未要求重置，请联系审计员。",
  },
  officialCreated: {
    title: "新建了工作人员账号",
    text: "{{by}}新建了工作人员账号 {{person}}，邮箱经安全管理员核对后，设置密码的链接发到本人邮箱。",
  },
  addressEntered: {
    title: "工作人员邮箱待您核对",
    text: "{{by}}为工作人员账号 {{person}} 登记了邮箱，请向本人核对后确认。",
  },
  addressRefused: {
    title: "登记的工作人员邮箱被退回",
    text: "安全管理员没有确认邮箱 {{email}}，理由：{{reason}}",
  },
  officialReset: {
    title: "重置了工作人员的密码",
    text: "{{by}}重置了 {{person}} 的密码，设置密码的链接已发到本人邮箱。",
  },
  passwordChanged: {
    title: "密码已修改",
    text: "您的账号修改了密码，其他登录已全部退出。如非本人操作，请立即联系管理员。",
  },
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
  recoveryDecided: {
    title: "已拨付资金需要退回",
    text: "「{{item}}」已拨付资金中的 {{sum}} 需要退回，原因：{{reason}}",
  },
  recoveryOpened: {
    title: "有一笔资金需要收回",
    text: "已决定向{{firm}}追回「{{item}}」的资金，请财政部门跟进收回情况。",
  },
  recoveryUrged: {
    title: "应退资金已超过期限，请尽快退回",
    text: "「{{item}}」应在 {{due}} 前退回的资金还差 {{sum}}。请在 {{day}} 前退回；有异议的，可在此前向主管部门陈述和申辩。逾期仍不退回的，主管部门可以依法申请人民法院强制执行。",
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
  instalmentUnfunded: {
    title: "分期资金到期，预算不足",
    text: "{{firm}}「{{item}}」第 {{number}} 期 {{sum}} 已到期，{{year}} 年预算不足，请安排。",
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
  moneyBack: {
    title: "已拨付的资金退回，请决定是否追回",
    text: "{{firm}}「{{item}}」已拨付资金中的 {{sum}} 已退回国库。请在办件页面决定是否追回、追回多少；决定之前这笔钱不作处理。",
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
  accountMissing: {
    title: "请填写收款账户",
    text: "「{{item}}」的 {{sum}} 已可拨付，但没有收款账户。请填写本企业的收款账户，提交后即列入拨付。",
  },
  validityStated: {
    title: "有文件效力待您签认",
    text: "{{person}}说明了「{{name}}」的效力，请核对后签认或者退回。",
  },
  validitySigned: {
    title: "文件效力已签认",
    text: "{{person}}签认了您对「{{name}}」效力的说明，已经生效。",
  },
  validityRefused: {
    title: "文件效力说明被退回",
    text: "{{person}}退回了您对「{{name}}」效力的说明，请查看理由。",
  },
  validityEnds: {
    title: "文件将在 {{days}} 天内到期",
    text: "「{{name}}」有效期至 {{day}}，请说明是延续、替代还是到期失效。",
  },
  validityYearly: {
    title: "文件效力待重新确认",
    text: "「{{name}}」上次确认到 {{day}} 已满一年，请重新核实。",
  },
  selectionProposed: {
    title: "有择优方案待复核",
    text: "{{person}}提交了「{{item}}」{{year}} 年度的择优方案，请由另一人复核。",
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
  troubleOpened: {
    title: "有一件事办不下去，需要人工处理",
    text: "有一件事平台无法自动办理，请于 {{day}} 前查看原因并处理。",
  },
  workHandedOver: {
    title: "同事的工作已移交",
    text: "{{person}}的账号已停用或调整，手上 {{count}} 件工作已移交；没有指定接手人的已退回全部门，请分派。",
  },
  caseReopened: {
    title: "已办结事项的款项被退回",
    text: "{{firm}}的「{{item}}」已办结，款项被银行退回，原因：{{reason}}。事项重新进入拨付环节，到账后自动办结。",
  },
  taskAssigned: {
    title: "有一件事分派给您",
    text: "{{firm}}的 {{number}}（{{work}}）已分派给您：{{todo}}",
  },
  taskNear: {
    title: "办理期限将到",
    text: "「{{item}}」{{number}} 的{{work}}应于 {{day}} 前办结。{{todo}}",
  },
  taskOverdue: {
    title: "办理已超期",
    text: "「{{item}}」{{number}} 的{{work}}应于 {{day}} 前办结，已超期，请督办。",
  },
  messageFromFirm: {
    title: "企业留言",
    text: "{{firm}}就「{{item}}」的申报给您的部门留言，请查看并答复。",
  },
  messageFromDepartment: {
    title: "部门留言",
    text: "{{department}}就「{{item}}」的申报给您留言。",
  },
  termsMoved: {
    title: "办理期限调整：{{item}}",
    text: "因工作日历调整（{{because}}），「{{item}}」（{{number}}）有 {{count}} 项期限改了日期。原日期、新日期和原因见办件记录。要由企业完成的期限只延后，不提前。",
  },
  officeTermsMoved: {
    title: "{{count}} 件待办的期限已调整",
    text: "因工作日历调整（{{because}}），本机构 {{count}} 件待办改了截止日期，工作日天数不变。各件的原日期和新日期见办件记录。",
  },
  case: caseMoves,
};
