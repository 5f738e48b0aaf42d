export const audit = {
  title: "审计日志", lead: "谁在什么时候对什么做了什么。日志只能追加，不能修改。", actor: "操作人", actorHint: "登录名或姓名的开头", action: "动作", actionHint: "例如 session.refused", subject: "对象", subjectHint: "对象编号或类别", from: "从", to: "到", at: "时间", role: "身份", address: "地址", change: "变更内容",
  before: "之前", after: "之后", system: "系统", export: "导出 CSV（最多 {{count}} 行）", older: "更早的记录", newest: "回到最新", none: "没有符合条件的记录", noneText: "放宽筛选条件再试。", list: "审计记录", details: "查看",
  faults: { content: "内容被改", link: "链接断开", gap: "记录缺失", stream: "所在链不符", end: "链尾不符", seal: "封存不符", published: "与导出的根不符", unrecorded: "流转没有记录" },
  areas: { log: "日志", seals: "封存与核验", replay: "决定重放" },
  seals: {
    title: "审计根", lead: "每天零点后，平台把全部审计链的链尾汇成一个根并公布。任何人都可以留存，用来核对办件证明。", check: "核对办件证明", how: "怎样核对", one: "企业在办件页面下载办件证明。", two: "打开核对页面，选择证明文件；文件不会上传。", three: "把页面显示的根与下面公布的、或您自己留存的当日审计根比对。", offline: "可下载到本机，断网使用，请放在同一文件夹。",
    day: "日期", number: "第 {{number}} 号", at: "封存时间", streams: "新增记录的链", events: "累计记录", root: "根（SHA-256）", file: "文件", download: "下载", none: "还没有审计根", noneText: "平台启动后的第一次封存完成即公布。",
    now: "立即封存", nowHint: "不等到零点，把此刻全部链尾封存并公布。", done: "已封存，第 {{number}} 号。", verify: "核验全部日志", verifyHint: "重算每一条记录的哈希，核对链尾、封存与导出的根。", sound: "核验通过：{{events}} 条记录、{{streams}} 条链、{{seals}} 次封存、{{published}} 个已导出的根，没有发现问题。", unsound: "发现 {{count}} 处问题", where: "位置", kind: "问题", text: "说明",
  },
  replay: {
    title: "决定重放", lead: "用办件锁定的政策版本、流程版本和提交时冻结的数据重新计算，逐位比对当时的结论。", case: "申报编号或办件编号", run: "重放", same: "逐位一致", differs: "不一致", none: "没有这个办件", noneText: "请核对编号。", recent: "最近办结的办件", number: "申报编号", item: "政策事项", state: "状态", result: "结果", open: "查看",
    checks: "{{count}} 次资格核验", moves: "{{count}} 步流转", version: "政策第 {{number}} 版", machine: "流程 {{id}} 第 {{version}} 版", part: "部分", at: "位置", recorded: "当时", replayed: "重放",
    parts: { item: "政策内容", machine: "流程定义", facts: "冻结数据", verdict: "资格结论", trace: "核验过程", amount: "金额", move: "流转", snapshot: "流程快照", log: "审计记录" },
  },
};
