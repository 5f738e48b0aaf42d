export const funds = {
  nav: { title: "财政资金", budgets: "预算", payments: "待拨付", batches: "拨付批次", bank: "银行回单", pool: "周转资金池", reconciliation: "对账", forecast: "预算测算" },
  budgets: {
    title: "预算", lead: "按政策文件和年度安排的资金：下达、结转、已占用、待拨付、已拨付、待追回、可用，全部由分录得出。", name: "政策文件", granted: "下达", carried: "结转", reserved: "已占用", committed: "待拨付", disbursed: "已拨付", owed: "待追回", available: "可用", use: "执行率",
    grant: "追加预算", document: "政策文件", year: "年度", yuan: "金额（元）", authority: "出资方", own: "文件发布机关", submit: "下达", done: "预算已下达。", none: "本年度还没有预算", waiting: "已为 {{count}} 件等待预算的申报落实资金", search: "名称", unit: "单位：元。", waitingTitle: "等待预算的申报", waitingLead: "已经批准、本年度预算不足的申报。追加预算，或有资金释放、收回、结转后，按批准先后自动落实，转入待拨付。", waitingCount: "件数", waitingSum: "所需金额",
  },
  envelope: {
    level: "级次", place: "地区", entries: "分录", entriesLead: "复式记账：每一笔有借有贷，合计为零；只增不改。", at: "时间", kind: "业务", account: "科目", sum: "金额（元）", number: "申报编号", none: "还没有分录",
    kinds: { grant: "下达", reserve: "占用", release: "解除占用", commit: "转待拨付", cancel: "取消", disburse: "拨付", return: "银行退回", recover: "决定追回", collect: "收回", carry: "结转", earmark: "批次预留", free: "解除预留", advance: "垫付", refill: "补充" },
    accounts: { granted: "预算来源", carried: "结转来源", available: "可用", reserved: "已占用", committed: "待拨付", disbursed: "已拨付", owed: "待追回", earmarked: "批次预留", advanced: "已垫付" },
    carry: "结转到下一年度", carryLead: "可用的 {{sum}} 元转入 {{year}} 年度；已占用和待拨付的仍由本年度支付。", carried: "已结转到下一年度",
    shares: "分担比例", sharesLead: "市、县按比例分担，每一笔分录都按比例拆分，除不尽的一分归小数较大的一方，相同时归在前的一方。都不填表示由发布机关全部承担。已占用的不变。", weight: "{{level}}份数", saveShares: "保存分担比例", shared: "分担比例已保存",
  },
  payments: {
    title: "待拨付", lead: "已审批、公示并落实预算的款项。勾选后制成批次，由另一人复核。", number: "申报编号", firm: "企业", item: "政策", account: "收款账户", sum: "金额", choose: "选择", all: "全选本页", noneChosen: "全不选", make: "制成批次", total: "共 {{count}} 笔", none: "没有待拨付的款项", noneSo: "没有符合条件的款项，请放宽筛选",
    chosen: "已选 {{count}} 笔，共 {{sum}} 元", source: "付款账户", sources: { treasury: "国库", pool: "周转资金池（先行垫付）" }, requestedOn: "付款日期", note: "说明", deducted: "已抵扣 {{sum}} 元应退资金", changed: "账户已更换", again: "退回后重新拨付", search: "编号或企业", allItems: "全部政策",
    returned: "被银行退回、等待处理", reason: "退回原因", waitsForFirm: "等待企业提供新账户", requeue: "重新列入待拨付", poolLow: "周转资金池可用 {{sum}} 元，已低于警戒线，请补充。",
  },
  batches: {
    title: "拨付批次", lead: "制单、复核、导出、回单。", number: "批次号", status: "状态", count: "笔数", sum: "金额", made: "制单时间", none: "还没有批次", noneSo: "没有这种状态的批次", allStatuses: "全部状态", madeBy: "制单：{{who}}", releasedBy: "复核：{{who}}", statuses: { draft: "待复核", exported: "已复核", settled: "已结清", cancelled: "已取消" },
    release: "复核并放行", cancel: "取消批次", export: "导出财政表单（CSV）", exportXml: "导出 pain.001", paid: "标记已到账", returned: "标记退回", reason: "退回原因", ofAccount: "原因在收款账户，请企业更换", paidSum: "已到账", returnedSum: "退回", outstanding: "待回单",
    byHand: "没有回单文件时手工登记", ownHint: "您制的批次须由另一人复核。", code: "原因代码 {{code}}", payments: { pending: "待拨付", batched: "在批次中", paid: "已到账", returned: "已退回", cancelled: "已取消" },
  },
  bank: {
    title: "银行回单", lead: "接收 pain.002、camt.054 和财政填好的表单（CSV）。整份核对，有一处不符就整份不收；同一份再传一次没有任何改动。", choose: "回单文件", send: "接收", none: "还没有收到回单", repeated: "这份文件之前已经接收过，没有任何改动。", done: "已接收，逐笔结果如下。", waits: "有款项没有入账，或有款项要退还企业，请到对账页处理：",
    kind: "类型", message: "报文编号", batch: "批次", file: "文件", at: "接收时间", lines: "笔数", results: "结果", line: "序号", reference: "支付参考号", firm: "企业", sum: "金额", said: "银行答复", booked: "记账日", outcome: "结果", reason: "原因",
    codes: {
      AC01: "账号不正确", AC03: "收款账号无效", AC04: "收款账户已销户", AC06: "收款账户被冻结", AC07: "收款账户已注销", AC13: "收款账户类型不对", AC14: "账户类型不对", AC15: "账户信息已变更", AM04: "付款账户余额不足", BE01: "户名与账号不符", BE04: "收款人地址缺失", BE05: "收款人信息无法识别", MD07: "收款人已不存在", MS02: "收款人未说明原因", MS03: "银行未说明原因", RC04: "开户银行信息不对", RC08: "清算行号不对",
    },
    kinds: { "pain.002": "支付状态 pain.002", "camt.054": "借贷记通知 camt.054", csv: "财政表单" }, status: { paid: "已支付", returned: "退回", pending: "处理中", received: "收到款项" },
    outcomes: { paid: "已到账", returned: "已退回", noted: "处理中，已记录", repeated: "重复，未改动", amountDiffers: "金额不符，未改动", contradicts: "与台账矛盾，未改动", unknown: "找不到对应款项", collected: "收回应退资金", excess: "收回应退资金，超出部分待退还企业", recoveryOpen: "追回待决定，未改动" },
    reasons: {
      text: "应为文字", missing: "缺少必填内容", empty: "内容为空", tooLong: "超过允许长度", code: "代码格式不对", unknownCode: "不是规定的代码", instant: "时间格式不对", day: "日期不存在", currency: "币种须为 CNY", amount: "金额格式不对", unexpected: "这里不应有此元素", order: "元素顺序不对",
      otherMessage: "不是所接收的报文或版本", otherBatch: "与原批次号不一致", entrySum: "明细合计与分录金额不符", documentType: "不允许文档类型声明", notXml: "不是格式正确的 XML", notCsv: "不是格式正确的 CSV", notUtf8: "不是 UTF-8 编码",
    },
  },
  pool: {
    title: "周转资金池", lead: "先由资金池垫付，企业不等国库调拨；国库随后补充。", none: "还没有设立周转资金池", available: "可用", earmarked: "批次预留", advanced: "已垫付、待补充", granted: "资金池规模", floor: "警戒线", low: "可用资金低于警戒线 {{floor}} 元，请尽快补充。",
    fund: "增加规模", refill: "登记国库补充", setFloor: "调整警戒线", yuan: "金额（元）", movements: "资金变动", at: "时间", kind: "业务", sum: "金额（元）", reason: "说明", fundSubmit: "增加", refillSubmit: "登记补充", floorSubmit: "保存警戒线", noMovements: "还没有变动",
  },
  account: {
    title: "更换收款账户", lead: "「{{item}}」（{{number}}）的 {{sum}} 元", returned: "银行退回了这笔款项：{{reason}}。请提供新的收款账户，提交后即重新拨付。", waits: "这笔款项尚未列入拨付批次，可以更换收款账户。", current: "目前账户：{{account}}", save: "提交新账户", done: "新账户已收到，款项将重新拨付。", late: "这笔款项已在拨付或已拨付，不能更换账户。", open: "提供新的收款账户",
  },
  forecast: {
    title: "预算测算", lead: "按在办申报、近一年通过率和近 90 天申报节奏推算：每笔预算还能用多久。单位：元。", available: "可用", waiting: "已批待预算", cases: "在办", expected: "在办预计", rate: "通过/办结", pace: "每月新增", exhausted: "预计用完", lasts: "两年内够用",
    chart: "{{name}}：各月末预计余额", month: "月份", left: "预计余额（元）",
  },
  reconciliation: {
    title: "对账", lead: "台账与银行借贷记通知（camt.054）逐笔核对，每一处差异都有原因。", books: "台账已支付", bank: "银行净支出", difference: "差异", unexplained: "未说明差异", differences: "差异明细", agree: "台账与银行完全一致。", about: "款项", why: "原因", next: "怎么办", released: "复核时间", sent: "已发送", kind: "类别", export: "导出未结事项（CSV）",
    kinds: { unbooked: "银行已答复支付，借贷记通知未到", byHand: "手工登记到账，银行文件均未提及", amountDiffers: "银行扣款金额与台账不同", contradicts: "银行已扣款，台账不是已支付", returnedAtBank: "银行已退款，台账仍为已支付", partReturned: "银行退回了一部分，台账仍为全额已支付", recoveryOpen: "银行已退款，是否追回尚未决定", creditOnly: "银行有退款，没有对应扣款", strayDebit: "银行扣款找不到对应款项", strayCredit: "银行入账找不到对应款项" },
    steps: { unbooked: "等待下一份 camt.054", byHand: "向银行索取回单", amountDiffers: "与银行核实金额", contradicts: "与银行核实后补登到账", returnedAtBank: "核实后登记退回", partReturned: "等主管部门决定是否追回，再在“退回”一栏入账", recoveryOpen: "等主管部门决定，再在“退回”一栏入账", creditOnly: "等待扣款通知或向银行核实", strayDebit: "向银行核实参考号", strayCredit: "核实付款人和用途" },
  },
  moneyBack: {
    title: "退回、等待决定或入账的款项", lead: "已拨付的资金退回国库，而追回还没有决定，或只退回一部分。是否追回、追回多少由主管部门决定（已通知）；决定后在这里按决定入账：先抵应退金额，超出的退还企业，不足的继续追。", came: "退回金额", ofWhole: "拨付 {{sum}} 元的一部分", at: "收到时间", standing: "追回", waitsFor: "等待{{department}}", source: "银行文件",
    standings: { kept: "尚未提出追回", proposed: "已提出，等待另一人复核", demanded: "已决定追回" }, settle: "按决定入账", settleReturn: "登记为银行退回", split: "{{collected}} 元抵应退金额", splitExcess: "，{{excess}} 元退还企业", needsProposal: "只退回一部分：须由主管部门先提出并决定追回，这里才能入账。", settled: "已按决定入账。",
    excessTitle: "应退还企业的款项", excessLead: "企业退回的比应退的多，或只追回其中一部分：多出的不属于财政，挂账保管，由一人登记退款凭证、另一人复核后退还。", received: "收到", demanded: "其中抵应退", excess: "应退还", account: "退还到", reference: "退款凭证号", order: "登记退还", confirm: "复核确认已退还", drop: "撤回登记", own: "由您登记，须由另一人复核。", ordered: "凭证 {{reference}}，{{day}} 登记", given: "{{day}} 已退还（凭证 {{reference}}）", state: "办理",
  },
};
