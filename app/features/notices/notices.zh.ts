export const notices = {
  page: {
    title: "消息", lead: "政策匹配和办件进展会在这里告诉您，每件事只告知一次。", all: "全部", unread: "未读", markAll: "全部标为已读", mark: "标为已读", open: "查看", list: "消息列表",
    none: "没有消息", noneUnread: "没有未读消息", noneText: "有新的匹配或办件进展时，会在这里告诉您。", filter: "消息筛选", new: "未读", count: "共 {{count}} 条",
  },
  unstated: "以政策规定为准",
  mail: { greeting: "{{name}}，您好：", signIn: "请登录惠企通查看详情。", footer: "惠企通（系统自动发送，请勿回复）" },
  unknown: { title: "新消息", text: "有一件事需要您看一看。" },
  matchOpened: { title: "又有一项政策适合您", text: "按照您填写的情况，企业符合「{{item}}」的条件。预计支持：{{sum}}。" },
  matchAmount: { title: "可得金额有变化", text: "按照最新情况，「{{item}}」的预计支持变为：{{sum}}。" },
  matchesOpened: { title: "有 {{count}} 项政策的匹配结果有更新", text: "按照企业情况重新匹配后，有 {{count}} 项政策新近适合您或金额有变化。" },
  matchClosing: { title: "申报即将截止", text: "「{{item}}」将于 {{day}} 截止，企业符合条件，尚未申报。" },
  claimOpened: { title: "有人申请加入企业", text: "{{person}}申请加入 {{firm}}，请核实后决定。" },
  claimGranted: { title: "加入企业的申请已同意", text: "您已加入 {{firm}}。" },
  claimRefused: { title: "加入企业的申请未通过", text: "申请没有通过，理由：{{reason}}" },
  memberJoined: { title: "有同事加入企业", text: "{{person}}已接受邀请，加入 {{firm}}。" },
  passwordChanged: { title: "密码已修改", text: "您的账号修改了密码，其他登录已全部退出。如非本人操作，请立即联系管理员。" },
};
