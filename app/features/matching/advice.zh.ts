export const advice = {
  nav: { label: "测算工具", matches: "全部政策", close: "差一点", questions: "问几个问题", combination: "最佳组合", report: "测算报告" },
  close: {
    title: "差一点", lead: "还不符合的政策里，最少改变哪几件事就能符合，能多得多少。",
    tab: { changeable: "企业可以改变", time: "时间会带来", answer: "补充信息即可判断", fixed: "无法改变" }, tabs: "由谁改变",
    about: { changeable: "投资、用工、认证、申报称号等，企业自己能做到的。", time: "成立年限、称号年限等，等到那一天自然满足。", answer: "还不知道是否符合：这些信息补充后就能判断。", fixed: "取决于地区、行业、历史等，企业改变不了。" },
    order: "排序", orders: { yield: "每份投入带来的金额", sum: "金额从高到低", ease: "最容易做到" },
    need: "做到以下各项即符合：", needAnswer: "以下各项若如此，即符合：", needFixed: "缺的是：", other: "另一种办法",
    now: "现在 {{from}}", to: "需要 {{to}}", day: "约 {{day}} 满足", fewest: "最少要改变什么", atMost: "最多", gain: "可多得", gainUpTo: "上限可多", own: "本项 {{sum}}，与已符合的政策合并计算", would: "若符合，可得", wouldUpTo: "若符合，最高",
    effort: { small: "一小步", medium: "需要一些投入", large: "较大投入" }, none: "这一类没有政策", noneHint: "看看其他几类，或补充企业画像。", noWay: "没有可行的办法", ask: "开始回答",
  },
  questions: {
    title: "问几个问题", lead: "一次一个问题，先问最能定下金额的。随时可以跳过、返回、停下。", why: "为什么问", whyText: "这个回答关系到 {{count}} 项政策能否判断。其中金额较高的：", progress: "本次已答 {{done}} 题，还有 {{open}} 项政策待判断", answer: "回答并继续", skip: "跳过", back: "返回上一题", stop: "看结果",
    changed: "刚才的回答：符合的政策 {{change}} 项，可得资金 {{sum}}。", settled: "待判断的政策减少 {{count}} 项。", nothing: "结果没有变化。",
    done: "没有要问的了", doneText: "企业层面的信息已经问完。还有 {{open}} 项政策取决于具体项目，申报时再填写。", again: "重新看跳过的问题", bad: "请检查填写的内容",
  },
  combination: {
    title: "最佳组合", lead: "已符合的政策中，怎样选取总额最大。同组政策就高不重复，共用封顶合并计算，逐一比较得出，不是估算。",
    cash: "可得资金", upTo: "上限类", nonCash: "非现金支持", unpriced: "金额待补充", total: "合计", taken: "选取", givenUp: "放弃", why: "原因", counted: "计入", alone: "单独可得", item: "政策事项", none: "没有可选的政策", cut: "受共用封顶限制，计入 {{sum}}",
    reason: { exclusive: "与“{{instead}}”就高不重复", conflict: "不能与“{{instead}}”同时享受", sharedCap: "与“{{instead}}”共用封顶，额度已满", sharedCapFull: "共用封顶的额度已满", received: "本年度已领取“{{instead}}”", noMoney: "当前可得金额为 0" },
    note: "上限类由主管部门核定，不与资金相加。资金与上限类同组时，先选金额确定的。", cashHint: "金额已确定",
  },
  report: {
    title: "惠企政策测算报告", lead: "{{name}}（{{code}}），截至 {{day}}，按企业画像逐条核对。", print: "打印", json: "下载数据（JSON）", owed: "现在可得", open: "补充信息后可判断", close: "差一点", never: "无法满足", item: "政策事项", department: "主管部门", nature: "性质", sum: "金额", needs: "还差", closes: "截止", showAll: "展开清单", none: "无", count: "{{count}} 项", sumOpen: "金额待定", notCounted: "不计入：同组就高或封顶",
    note: "可得资金按最佳组合计算；上限类由主管部门核定，不与资金相加；非现金支持只计项数。本报告按填写的信息测算，以主管部门审核结果为准。", openNote: "以下政策补充信息后才能判断，不计入合计。", neverNote: "取决于地区、行业、历史等企业无法改变的条件。",
  },
};
