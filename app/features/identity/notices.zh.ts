/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
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
};
