export const redemption = {
  desk: { title: "审核台", lead: "本部门待办，超期的排在最前。", number: "编号", firm: "企业", item: "政策", stage: "环节", due: "期限", left: "剩余工作日", sum: "测算金额", overdue: "已超期 {{count}} 天", days: "{{count}} 天", none: "没有待办事项", noneHint: "新的申报到来时会通知您。", q: "编号、企业或政策", onlyOverdue: "只看超期" },
  case: {
    evidence: "条件核对", figures: "申报数据与来源", figure: "数据", value: "数值", source: "来源", sources: { declared: "企业填报", verified: "部门核实", imported: "批量导入", application: "本次申报填写", registration: "登记信息或平台推算" }, authority: "可由{{name}}核实", materials: "申报材料", view: "查看", held: "免提交", history: "办理过程", engine: "{{name}} {{version}} 核验：{{result}}（{{at}}）", pass: "符合", fail: "不符合", account: "收款账户", decide: "办理", comment: "意见", commentHint: "会写入办理记录；不予支持、退回和不同意必须写明理由。", approvedYuan: "核定金额（元）", approvedHint: "不超过测算金额。", points: "补正清单（一次性告知，一行一条）", pointsHint: "把所有需要补正的内容一次写全；通知只能发一次。", waiting: "本部门目前没有需要办理的环节。", samePerson: "您是本件的初审人，须由另一人审批。", correction: "补正说明", promised: "承诺办结",
  },
  action: { PASS_COUNTY: "初审通过", RECOMMEND_APPROVAL: "建议支持", RECOMMEND_REJECTION: "建议不予支持", CO_AGREE: "同意", CO_DISAGREE: "有不同意见", APPROVE: "批准", REJECT: "不予支持", SEND_BACK: "退回复核", REQUEST_CORRECTION: "发出补正通知" },
  publicity: { title: "公示", lead: "拟支持的企业、政策和金额，公示期内接受监督。", firm: "企业", item: "政策", sum: "拟支持金额", from: "开始", to: "截止", none: "目前没有公示中的事项" },
};
