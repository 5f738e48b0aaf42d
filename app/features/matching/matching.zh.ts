export const matching = {
  listComma: "、", all: "须同时满足", any: "满足其中一项即可", own: { firm: "贵企业：", official: "企业：", visitor: "您填的：" }, nearestFirst: "（最接近的在前）", nearest: "最接近", alternative: "办法 {{number}}", outcome: { met: "已满足", unmet: "未满足", unknown: "待补充" },
  title: "为您找到", lead: "按贵企业的画像，逐条核对了本地适用的全部政策。", eligible: "符合", unknown: "待补充信息", ineligible: "不符合", cash: "可得资金", upTo: "上限类，最高", nonCash: "非现金 {{count}} 项", itemsCount: "{{count}} 项", sort: "排序", sortAmount: "金额从高到低", sortNear: "可能性最大", near: { eligible: "符合的政策没有先后之分，按金额排列。", unknown: "把还不清楚的每一条条件都按一半可能成立计算，最有可能符合的排在前面；可能性相同的按金额排列。", ineligible: "离符合还差的条件最少的排在前面；差得一样多的按金额排列。" }, sortClosing: "截止时间", sortLevel: "层级", verdict: "结果",
  filter: { theme: "主题", department: "部门", level: "层级", kind: "资金性质", window: "申报时间", q: "关键词", open: "有截止日期", always: "常年受理" },
  missing: "还需补充 {{count}} 项信息", closes: "截止 {{day}}", apply: "一键申报", applyFree: "免申即享：主管部门列入名单后，请您一键确认", detail: "看逐条核对", none: "这里还没有政策", noneHint: "换个筛选，或到企业画像补充信息。", sumUnknown: "金额待补充信息后可算", nonCashOne: "非现金支持",
  why: "逐条核对", question: "请补充", answer: "填入并更新", amount: "测算金额", amountHow: "怎么算的", potential: "若全部满足，可得", step: { part: "第 {{index}} 项", joined: "按标准计算", cap: "封顶 {{by}} 元", multiplier: "乘以系数 {{by}}", received: "减去已获得的 {{by}} 元", total: "合计" }, yuan: "{{sum}} 元",
  try: { title: "测一测是否符合", lead: "填入企业情况，马上看到逐条结果和金额；不登录，不保存。", submit: "看结果", choose: "请选择" },
  caseFact: "这一项在申报时填写", viewPolicy: "查看政策条款", notOffered: "目前不受理申报", year: "{{year}} 年数据",
};
