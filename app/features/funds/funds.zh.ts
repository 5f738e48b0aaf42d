export const funds = {
  budgets: { title: "预算", lead: "按政策文件和年度安排的资金：下达、结转、已占用、待拨付、已拨付、待追回、可用，全部由分录得出。", name: "政策文件", granted: "下达", carried: "结转", reserved: "已占用", committed: "待拨付", disbursed: "已拨付", owed: "待追回", available: "可用", use: "执行率", grant: "追加预算", document: "政策文件", year: "年度", yuan: "金额（元）", submit: "下达", none: "本年度还没有预算", waiting: "已为 {{count}} 件等待预算的申报落实资金", search: "名称" },
  payments: { title: "待拨付", lead: "已审批、公示并落实预算的款项。勾选后制成批次，由另一人复核。", number: "申报编号", firm: "企业", item: "政策", account: "收款账户", sum: "金额", choose: "选择", make: "制成批次", total: "共 {{count}} 笔", none: "没有待拨付的款项" },
  batches: { title: "拨付批次", lead: "制单、复核、导出、回单。", number: "批次号", status: "状态", count: "笔数", sum: "金额", made: "制单时间", none: "还没有批次", statuses: { draft: "待复核", exported: "已复核", settled: "已结清", cancelled: "已取消" }, release: "复核并放行", export: "导出 CSV", paid: "标记已到账", returned: "标记退回", reason: "退回原因", payments: { pending: "待拨付", batched: "在批次中", paid: "已到账", returned: "已退回" } },
};
