import type { CaseState } from "~/features/claims/domain/case-states";

/** What a firm pledges, as its application form is signed with it. A page may say it otherwise; a paper says this. */
export const pledgeText =
  "本企业承诺：所填内容和提交的材料真实、完整，没有以同一事项重复申报；如有虚假，愿意退回资金并承担法律责任。";

const states: Readonly<Record<CaseState, string>> = {
  draft: "草稿",
  creditCheck: "信用核查",
  listApproval: "名单复核",
  countyReview: "县区初审",
  assessment: "专家评审",
  departmentReview: "部门审核",
  correcting: "待补正",
  ranking: "年度择优",
  publicity: "公示中",
  confirming: "待企业确认",
  budgetCheck: "预算核对",
  awaitingBudget: "等待预算",
  payment: "待拨付",
  closed: "已办结",
  rejected: "未通过",
  reconsidering: "复核中",
  withdrawn: "已撤回",
  lapsed: "逾期终止",
};

const sources: Readonly<Record<string, string>> = {
  declared: "企业填报",
  verified: "部门核实",
  imported: "批量导入",
  application: "本次申报填写",
  registration: "登记信息或平台推算",
};

/** How a case stands, on paper. */
export function stateOnPaper(state: string): string {
  return (states as Readonly<Record<string, string>>)[state] ?? state;
}

/** Where a figure comes from, on paper. */
export function sourceOnPaper(source: string): string {
  return sources[source] ?? source;
}
