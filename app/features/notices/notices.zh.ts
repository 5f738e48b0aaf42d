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
};
