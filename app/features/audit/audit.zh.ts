export const audit = {
  title: "审计日志", lead: "谁在什么时候对什么做了什么。日志只能追加，不能修改。", actor: "操作人", actorHint: "登录名或姓名的开头", action: "动作", actionHint: "例如 session.refused", subject: "对象", subjectHint: "对象编号或类别", from: "从", to: "到", at: "时间", role: "身份", address: "地址", change: "变更内容",
  before: "之前", after: "之后", system: "系统", export: "导出 CSV（最多 {{count}} 行）", older: "更早的记录", newest: "回到最新", none: "没有符合条件的记录", noneText: "放宽筛选条件再试。", list: "审计记录", details: "查看",
};
