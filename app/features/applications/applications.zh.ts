export const applications = {
  draft: { title: "申报：{{item}}", lead: "填写的内容会自动保存，可以随时离开，回来继续。", saved: "已保存 {{time}}", sections: { facts: "项目情况", materials: "申报材料", account: "收款账户", pledge: "诚信承诺" }, done: "已完成", todo: "还差 {{count}} 项", save: "保存", check: "核对并提交", prefilled: "已从企业画像带入 {{count}} 项数据，无需重复填写。", anew: "放弃草稿，重新开始", resume: "您有一份未提交的草稿，已为您打开。", noFacts: "没有需要补充的内容。" },
  materials: { none: "这项政策无需提交材料。", held: "免提交：平台已掌握", given: "已上传", missing: "待上传", upload: "上传", remove: "移除", hint: "PDF、PNG、JPEG、XLSX、DOCX，单个不超过 20 MB。", choose: "选择{{name}}的文件" },
  account: { holder: "户名", bankName: "开户银行", number: "账号", numberHint: "8 至 32 位数字，加密保存，只显示末四位。", current: "正在使用：{{bank}} {{number}}", change: "更换账户" },
  pledge: { text: "本企业承诺：所填内容和提交的材料真实、完整，没有以同一事项重复申报；如有虚假，愿意退回资金并承担法律责任。", tick: "我已阅读并代表企业作出承诺" },
  check: { title: "核对申报内容", facts: "申报数据", fromProfile: "来自企业画像", sum: "测算金额", submit: "确认提交", incomplete: "还有内容没有填完，请先补齐。", account: "收款账户", materials: "材料", pledge: "承诺", pledged: "已承诺", notPledged: "尚未承诺" },
  done: { title: "申报已提交", number: "申报编号", promised: "承诺办结日期", now: "现在由谁办理", next: "接下来", nextText: "部门审核后会公示，公示无异议即拨付到您的账户。每一步都会通知您。" },
  list: { title: "我的申报", lead: "查看每一份申报走到了哪里。", number: "编号", item: "政策", state: "进度", submitted: "提交时间", sum: "金额", none: "还没有申报", noneHint: "到“为您找到”看看企业符合哪些政策。", continue: "继续填写" },
  track: {
    title: "申报进度", withdraw: "撤回申报", withdrawConfirm: "撤回后需要重新申报。确定撤回吗？", correction: "请在 {{day}} 前补正以下内容（一次性告知）", resubmit: "提交补正", answer: "补正说明", edit: "修改材料和数据", publicity: "公示期：{{from}} 至 {{to}}", rejected: "未通过的理由", remedies: "如有异议，可在收到决定之日起 60 日内申请行政复议。", due: "应于 {{day}} 前办结", left: "还有 {{count}} 个工作日", overdue: "已超期 {{count}} 个工作日", timeline: "办理过程", claimed: "申报金额", approved: "核定金额", paid: "已到账", returned: "银行退回：{{reason}}", handler: "当前办理", messages: "留言", send: "发送", message: "给办理部门留言",
  },
  event: { SUBMIT: "已提交申报", WITHDRAW: "已撤回", PASS_COUNTY: "县区初审通过", RECOMMEND_APPROVAL: "部门初审通过", RECOMMEND_REJECTION: "部门初审建议不予支持", CO_AGREE: "协同部门同意", CO_DISAGREE: "协同部门有不同意见", REQUEST_CORRECTION: "发出一次性补正通知", RESUBMIT: "已补正", CORRECTION_OVERDUE: "逾期未补正，终止办理", APPROVE: "部门审批通过", REJECT: "部门决定不予支持", SEND_BACK: "退回复核", OBJECTION_RAISED: "公示期收到异议", OBJECTION_SETTLED: "异议已处理", PUBLICITY_ENDED: "公示结束", BUDGET_RESERVED: "资金已落实", BUDGET_EXHAUSTED: "等待预算安排", PAYMENT_BATCHED: "已列入拨付批次", PAYMENT_UNBATCHED: "移出拨付批次", PAYMENT_PAID: "资金已拨付", PAYMENT_RETURNED: "银行退回" },
  stage: { countyReview: "县区初审", leadReview: "主管部门审核", leadApproval: "主管部门审批", coReview: "协同部门会审", budgetCheck: "预算核对", payment: "资金拨付" },
};
