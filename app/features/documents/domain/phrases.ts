import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { capitalAmount } from "~/kernel/capital-amount";
import type { CaseRecord } from "~/features/redemption/domain/case-record";
import { formatYuan, type Fen } from "~/kernel/money";

/** A sum as documents state it: 人民币 in capital numerals, then in figures. */
export function sumInFull(fen: Fen): string {
  return `人民币${capitalAmount(fen)}（¥${formatYuan(fen)}）`;
}

/** The policy a document rests on: 《title》（number）. */
export function basis({ document }: Pick<PolicyItem, "document">): string {
  return `《${document.title}》${document.number ? `（${document.number}）` : ""}`;
}

/** Whether a department put the firm on a list, so that the firm itself has applied for nothing. */
export function isListed({ config }: Pick<CaseRecord, "config">): boolean {
  return config.mode === "免申即享";
}

/** What the number of a case is called. */
export function numberName(record: Pick<CaseRecord, "config">): string {
  return isListed(record) ? "办件编号" : "申报编号";
}

/** What a case is about, as its decision says it: a firm on a list has not applied. */
export function matter(record: Pick<CaseRecord, "item" | "number" | "config" | "rewardedYear">): string {
  return `你单位${isListed(record) ? "列入免申即享名单" : "申报"}的“${record.item.title}”（${numberName(record)}：${record.number}${record.rewardedYear === null ? "" : `，奖励年度：${record.rewardedYear}年`}）`;
}

/** The item's text as a clause: without its own full stop. */
export function clauseText({ summary }: Pick<PolicyItem, "summary">): string {
  return summary.replace(/[。.；;]+$/, "");
}

/**
 * What a firm may do against a decision: reconsideration within 60 days (行政复议法 2023, art. 20), a suit within six
 * months (行政诉讼法, art. 46).
 */
export function remedies(government: string | null): string {
  return `如不服本决定，可以自收到本决定书之日起六十日内依法向${government ?? "有权的行政复议机关"}申请行政复议，也可以自收到本决定书之日起六个月内依法直接向有管辖权的人民法院提起行政诉讼。`;
}
