export const policies = {
  home: {
    title: "政策找企业，应得的支持不再错过", lead: "城市为企业准备了数百项支持。告诉我们几件事，马上看到您可能得到哪些、一共多少。", quick: "半分钟测一测", items: "项政策在执行", regions: "个地区", departments: "个部门", see: "查看完整清单", registerTitle: "登记一次，长期有效", registerText: "登记企业后，新政策一旦适合您就会主动通知；能免申即享的，确认账户即可。",
    how: "怎么用", step1: "登记企业，补充几项数据", step2: "看到每一项符合或差在哪里", step3: "一键申报，进度全程可查", code: "统一社会信用代码", codeHint: "已登记的企业直接输入代码即可。",
  },
  list: { title: "政策", lead: "任何人都可以查看各地正在执行的政策条款，无需登录。", place: "地区", theme: "主题", department: "部门", level: "层级", support: "支持方式", mode: "兑现方式", standing: "状态", inForce: "执行中", expired: "已失效", upcoming: "未开始", found: "共 {{count}} 项", none: "没有找到符合筛选的政策", noneHint: "换一个地区或放宽筛选再试。", search: "名称或关键词" },
  item: {
    conditions: "申报条件", all: "须同时满足", any: "满足其中一项即可", amount: "支持标准", materials: "申报材料", noMaterials: "无需提交材料", steps: "办理流程", document: "政策依据", issuer: "发文机关", number: "文号", issuedOn: "发布日期", valid: "有效期", openEnd: "未注明截止", window: "申报时间", always: "常年受理", department: "主管部门", coDepartments: "协同部门", days: "承诺时限", workingDays: "{{count}} 个工作日", mode: "兑现方式",
    source: "原文", sourceQuality: { official: "官方原文", republished: "转载文本，以原文为准", agent: "代理机构摘要，以原文为准" }, inferred: "以下内容原文未写明，由平台按惯例补充：{{list}}", check: "测一测我是否符合", apply: "一键申报", signIn: "登录后申报", cap: "最高 {{sum}}", version: "第 {{number}} 版，内容指纹 {{hash}}", group: "与同组政策就高享受，不重复", upTo: "文件规定的是上限，具体金额由主管部门核定", notes: "说明", expired: "这项政策已经失效，仅供查阅",
  },
  amount: { cap: "最高 {{sum}}", fixed: "定额 {{sum}}", percent: "{{base}}的 {{percent}}%", match: "对上级奖补（{{base}}）按 {{percent}}% 配套", percentIncrement: "{{base}}比{{previous}}新增部分的 {{percent}}%", tiered: "按{{on}}分档", tier: "达到 {{from}}：{{sum}}", perUnit: "每单位{{unit}} {{sum}}", perStep: "{{on}}超过 {{over}} 后，每增加 {{step}} 奖 {{sum}}", perStepBase: "起点 {{sum}}", bracketPercent: "按{{base}}分段计算", bracket: "自 {{from}} 起的部分：{{percent}}%", sum: "以下各项相加", lesserOf: "以下各项取低者", service: "提供服务，不发放资金" },
  check: { title: "测一测", lead: "不用登录，也不保存您填写的内容。填得越多，结果越准。", place: "企业所在地区", park: "所在园区", industry: "行业小类", submit: "看结果", count: "符合 {{count}} 项", maybe: "补充几项信息后可能符合 {{count}} 项", cash: "可得资金", upTo: "另有上限类资金，最高", list: "结果清单", note: "资金按同组就高、不重复计算；上限类由主管部门核定，不与资金相加；税收、贷款、服务类只计项数。", nonCash: "非现金支持 {{count}} 项", result: "测算结果", code: "或输入已登记企业的统一社会信用代码", unknownCode: "没有找到这个代码的已登记企业", ofFirm: "{{name}}的结果" },
  about: {
    title: "关于惠企通", lead: "平台做什么、怎样作出判断、保存哪些数据。", what: "平台做什么", whatText: "把各级惠企政策逐条变成机器可读的条件，与每一家登记企业的情况核对，说明理由，在线申报，全程公开办理。", how: "怎样判断", howText: "每一项条件都与企业自己的数据对照，结果只有三种：符合、不符合、待补充。提交和批准时由独立的规则引擎再次核验，两者不一致就停止办理。金额按政策文件的标准计算，由主管部门核定。", data: "数据与隐私", dataText: "企业数据注明来源和时间。银行账号加密保存，只显示末四位，每次查看都有记录。测一测不保存您填写的内容。", access: "无障碍", accessText: "全部功能可用键盘完成，支持读屏、大字版和手机。遇到困难，可请主管部门窗口协助办理。",
  },
};
