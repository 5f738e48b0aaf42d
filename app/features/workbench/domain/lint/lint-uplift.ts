import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;
type Worded = Pick<PolicyItem, "title" | "summary" | "notes" | "amount" | "multiplier">;

/** Sums that the words raise, or pay for each of several, and the rule pays once and plainly. */
export function lintUplift(item: Worded): Found[] {
  return [...upliftLost(item), ...eachLost(item)];
}

/** 皖北上浮20% in words alone. */
function upliftLost({ title, summary, notes, multiplier }: Worded): Found[] {
  const words = multiplier ? undefined : /上浮\s*\d+[%％]/.exec(`${title}。${summary}。${notes ?? ""}`)?.[0];
  return words === undefined ? [] : [{ code: "upliftLost", path: "/multiplier", values: { words } }];
}

const each =
  /每(?:新增|引进|孵化|招用|吸纳|建|通过|获|认定|培育)?[一1]?(?:项|件|人|名|台|辆|张|间|部|场|套|条|吨|亩|标箱|平方米)[^。，；]{0,10}(?:奖励?|补助?|补贴|资助|给予)[^。，；]{0,6}\d/;

/** 每件奖励2000元 paid as one sum. */
function eachLost({ summary, amount }: Worded): Found[] {
  const words = amount.kind === "fixed" ? each.exec(summary)?.[0] : undefined;
  return words === undefined ? [] : [{ code: "eachLost", path: "/amount", values: { words } }];
}
