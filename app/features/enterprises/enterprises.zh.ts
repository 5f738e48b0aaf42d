export const enterprises = {
  home: { lead: "按最新政策为贵企业核对的结果。", all: "查看全部匹配", top: "金额最高的几项", none: "还没有找到符合的政策", noneHint: "补充企业画像，结果会更准", applications: "最近的申报", noApplications: "还没有申报。", profile: "企业画像", known: "平台已掌握 {{count}} 项数据。补充得越多，找到的越全。", improve: "补充画像" },
  profile: {
    title: "企业画像", lead: "这里的数据用于匹配全部政策，申报时自动带入。每项都注明来源；想到再填，不必一次填完。", registration: "登记信息", creditCode: "统一社会信用代码", name: "企业名称", region: "所在地区", industry: "行业", park: "所在园区", progress: "已知 {{known}} 项，共 {{asked}} 项", open: "填写", derived: "平台推算", derivedLead: "以下由您填写的数据算出，不需要填。", group: "{{group}}", saved: "已保存", ofYear: "正在填写 {{year}} 年的数据：题目里的“上一年度”请按 {{year}} 年理解。", years: "填报年度", noneOfYear: "{{year}} 年没有本地政策用到的数据", history: "{{count}} 次修改记录", year: "{{year}} 年数据", source: { declared: "企业填报", verified: "部门核实", imported: "批量导入", derived: "平台推算" }, said: "{{source}}，{{day}}", save: "保存并重新匹配", searchHint: "只显示与本地政策有关的项目", all: "显示全部项目", relevant: "只看本地政策用到的",
  },
  import: {
    title: "批量导入企业", lead: "上传 CSV 或 XLSX，先看检查报告，再决定是否导入。有一处错误就整体不导入。", file: "文件", check: "检查", confirm: "确认导入", rows: "共 {{count}} 行，新增 {{created}} 家，更新 {{updated}} 家", problems: "发现 {{count}} 处问题，未导入任何内容", firstOf: "；下表列出前 {{count}} 处", row: "行", column: "列", reason: "问题", done: "已导入 {{count}} 家企业", unknownColumn: "不认识的列", missingColumn: "缺少这一列", duplicate: "代码在文件中重复",
  },
};
