export const redemption = {
  desk: { title: "审核台", lead: "本部门待办，超期的排在最前。", number: "编号", firm: "企业", item: "政策", stage: "环节", due: "期限", left: "剩余工作日", sum: "测算金额", overdue: "已超期 {{count}} 天", days: "{{count}} 天", none: "没有待办事项", noneHint: "新的申报到来时会通知您。", q: "编号、企业或政策", onlyOverdue: "只看超期", export: "导出当前清单", pick: "选择", pickCase: "选择 {{number}}", batch: "对选中的事项", preview: "预览" },
  case: {
    evidence: "条件核对", figures: "申报数据与来源", figure: "数据", value: "数值", source: "来源", sources: { declared: "企业填报", verified: "部门核实", imported: "批量导入", application: "本次申报填写", registration: "登记信息或平台推算" }, authority: "可由{{name}}核实", materials: "申报材料", view: "查看", held: "免提交", history: "办理过程", engine: "{{name}} {{version}} 核验：{{result}}（{{at}}）", pass: "符合", fail: "不符合", account: "收款账户", decide: "办理", comment: "意见", commentHint: "会写入办理记录；不予支持、退回和不同意必须写明理由。", failed: "不符合的条件", failedHint: "不予支持时勾选，写入决定书；不因条件不符的可不选。", failedOwn: "企业：{{own}}", approvedYuan: "核定金额（元）", approvedHint: "不超过测算金额。", points: "补正清单（一次性告知）", pointsHint: "把所有需要补正的内容一次写全；通知只能发一次。", pointAbout: "第 {{number}} 条涉及", pointText: "第 {{number}} 条补正内容", pointOther: "其他", pointAdd: "再加一条", pointRemove: "删除第 {{number}} 条", notViewable: "这种文件请下载查看：", back: "回到办理页", materialsBeside: "对照查看材料", noMaterials: "没有上传材料。", waiting: "本部门目前没有需要办理的环节。", samePerson: "您是本件的初审人，须由另一人审批。", involved: "您参与了原决定，须由没有参与原决定的人员调查和答复。", sameRecoverer: "追回由您提出，须由另一人复核。", scored: "您已评分，等待其他专家。", committed: "企业承诺，拨付后核查", unfunded: "预算尚未落实", unfundedText: "已批准，但本年度预算不足以安排这笔资金。财政追加预算后按批准先后自动落实，无需重新审批；落实之前不会拨付。", correction: "补正说明", promised: "承诺办结",
  },
  action: { VISITED: "完成现场核查", EXPERT_SCORED: "提交评分", LIST_APPROVED: "复核通过", LIST_REFUSED: "移出名单", OBJECTION_SETTLED: "异议不成立", OBJECTION_UPHELD: "异议成立", DECISION_UPHELD: "维持原决定", DECISION_OVERTURNED: "撤销原决定", FOLLOWED_UP: "完成回访", CHECK_PASSED: "核查通过", CHECK_FAILED: "核查未通过", RECOVERY_CONFIRMED: "确认追回", RECOVERY_DROPPED: "不予追回", PASS_COUNTY: "初审通过", RECOMMEND_APPROVAL: "建议支持", RECOMMEND_REJECTION: "建议不予支持", CO_AGREE: "同意", CO_DISAGREE: "有不同意见", APPROVE: "批准", REJECT: "不予支持", SEND_BACK: "退回复核", REQUEST_CORRECTION: "发出补正通知" },
  publicity: { notice: "公示文书", download: "下载 PDF", noticeComing: "正在生成", title: "公示", lead: "拟支持的企业、政策和金额，公示期内接受监督。", firm: "企业", item: "政策", sum: "拟支持金额", from: "开始", to: "截止", none: "目前没有公示中的事项" },
  keys: { next: "下一件", previous: "上一件", select: "选中或取消选中", search: "搜索", open: "打开", nextMaterial: "下一份材料", previousMaterial: "上一份材料", toCase: "回到办理页", comment: "填写意见", materials: "对照查看材料", toQueue: "回到审核台" },
  batch: { title: "批量办理：{{action}}", lead: "先逐件核对，再一次确认；不利于企业的决定须逐件办理并写明理由。", ready: "可以办理", notReady: "当前环节不能这样办理", done: "已办理", outcome: "结果", none: "没有选中可办理的事项", total: "可办理 {{count}} 件，测算金额合计", confirm: "确认办理 {{count}} 件", result: "{{all}} 件中已办理 {{done}} 件。" },
  credit: { dishonestListed: "企业列入严重失信名单，按规定不予支持", excluded: "企业因骗取资金处于三年限制期内，按规定不予支持" },
  flow: {
    title: "办理流程", drawn: "办理流程图。", place: "目前处于：{{state}}", holder: "{{who}} 办理，应于 {{day}} 前办结", since: "自 {{day}} 起", from: "环节", by: "由什么引起", to: "下一环节", itself: "自动", table: "流程中的每一步",
    adminTitle: "工作流程", adminLead: "目录中使用的全部流程，以及每个环节的在办件数。", items: "{{count}} 项政策使用", version: "版本 {{version}} · 校验值 {{hash}}", workflow: { applyFree: "免申即享", fastTrack: "快申快享", reviewed: "申报审批" }, form: "{{name}}：{{parts}}", older: "仍在旧版本上的办件：{{count}} 件（下次办理时自动转入当前版本）", part: { county: "县区初审", experts: "{{count}} 名专家评审", visit: "现场核查", others: "{{count}} 个协同部门", batch: "年度择优", publicity: "公示", plain: "无附加环节" }, cases: "办件数", itemCount: "政策数", contents: "流程目录", noCases: "目前没有办件", open: "展开流程图",
  },
  side: {
    scores: "专家评分", scoreOf: "{{score}} 分", score: "评分（0 至 100）", recoveryKind: "核查未通过的性质", fraud: "弄虚作假（追回并限制三年）", error: "差错（只追回）", objections: "公示期异议", objector: "异议人", contact: "联系方式", answer: "答复", waitingAnswer: "尚未答复", reconsideration: "复核申请", recovery: "资金追回", rating: "企业评价", stars: "{{count}} 星", followUp: "回访", status: { proposed: "待复核", demanded: "已决定追回", recovered: "已追回", dropped: "不予追回" },
    recuse: "申请回避", recuseHint: "与企业有利害关系的，请写明理由；这件事会转给同部门的其他人。", recuseReason: "回避理由", recusals: "回避记录", found: "系统发现", declared: "本人申报", ownFirm: "您是这家企业的成员，应当回避。", recused: "您已申报回避，不能再办理这件事。", assigned: "这件事已分派给{{who}}。",
    recoverTitle: "提出追回", recoverHint: "须由另一人复核；弄虚作假的，企业三年内不得申领。", recoverSum: "追回金额（元），留空为全部", recoverReason: "追回理由", send: "提交",
  },
  lists: {
    title: "免申名单", code: "统一社会信用代码", lead: "由部门提供名单或由平台匹配生成；名单有一处错误就整份退回。信用核查后由另一人复核、公示，企业一键确认账户即可到账。", item: "政策", file: "名单文件（CSV 或 XLSX：统一社会信用代码、金额（元））", upload: "上传名单", fromMatches: "按匹配结果生成", made: "已生成的名单", none: "还没有名单", source: "来源", sources: { upload: "上传", matches: "匹配生成" }, lines: "户数", total: "金额合计", waiting: "待复核", refused: "未通过信用核查", at: "时间", problems: "名单有 {{count}} 处错误，整份未收：", row: "行", value: "内容", reason: "原因",
    reasons: { column: "缺少“统一社会信用代码”或“金额（元）”列", code: "统一社会信用代码不对", sum: "金额不对", double: "与前面的行重复", unknown: "企业尚未在平台登记", running: "本年度已有这项政策的办件", place: "企业不在这项政策的适用地区" }, noItems: "本部门没有免申即享的政策。", approve: "复核通过选中的企业", state: "进度", same: "名单由您生成，须由另一人复核。", open: "查看名单",
  },
  selections: {
    title: "年度择优", lead: "全部审核完成后，按评分和提交先后排名，择优确定；资金不足的按规定比例安排。方案由一人提出、另一人复核。", none: "没有等待择优的事项", count: "等待件数", year: "年度", pool: "资金总额（元）", propose: "生成方案", rank: "名次", score: "评分", claimed: "审核金额", approved: "拟定金额", chosen: "入选", notChosen: "未入选", quota: "名额 {{count}} 个", proRata: "资金不足时按比例安排", confirm: "复核确认", drop: "退回重做", own: "方案由您提出，须由另一人复核。", reviewed: "还有 {{count}} 件在审核中。", waiting: "等待择优的办件",
  },
  objection: {
    title: "提出异议", lead: "公示期内任何人都可以提出异议。异议处理完毕前不会拨付；由未参与审批的人员调查并答复。", objector: "姓名或单位", contact: "联系方式（只用于核实和答复）", text: "异议内容", send: "提交异议", link: "提出异议", raised: "异议已收到", keep: "请保存这个网址，答复会显示在这里，最迟 {{day}}。", status: "处理情况", waiting: "正在调查", dismissed: "异议不成立", upheld: "异议成立，重新审核", answer: "答复",
  },
  department: {
    title: "部门办理", lead: "本部门的时限、超期和分派。", promised: "承诺工作日", overdue: "超期", near: "将到期", onTime: "按时", unassigned: "未分派", open: "在办", person: "办理人", everyone: "全部门", assign: "分派", stageTable: "各环节", tasks: "在办事项", reassign: "把 {{number}} 的{{stage}}分派给", absences: "外出与代办", absent: "外出人", deputy: "代办人", from: "从", to: "到", note: "登记", end: "结束", noAbsences: "没有登记外出", none: "没有在办事项", warning: { none: "正常", yellow: "黄色预警", red: "红色预警" }, exclusions: "限制名单与信用修复", grant: "同意修复", refuse: "不同意", until: "限制至 {{day}}", repaired: "已修复", answer: "答复", noExclusions: "没有被限制的企业", grounds: "修复理由",
    workloadTitle: "我的工作量", workloadLead: "分派给我的、本部门未分派的，以及近三十天办结的。", mine: "分派给我", done: "近 30 天办结", doneLate: "其中超期", colleague: "同事", average: "平均用时（工作日）",
  },
};
