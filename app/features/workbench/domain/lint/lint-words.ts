import type { BaseFigure } from "~/features/policies/domain/figure";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { isChosen } from "~/features/policies/domain/quota";
import { leavesOf } from "~/features/policies/domain/walk-conditions";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;
type Definitions = ReadonlyMap<string, FactDefinition>;
type Worded = Pick<PolicyItem, "title" | "summary" | "notes" | "conditions" | "amount" | "quota">;

/** What the words of an item say and its rule has lost: the year of a title, a quota, a ceiling. */
export function lintWords(item: Worded, facts: Definitions): Found[] {
  return [...titleOfYear(item, facts), ...quota(item), ...quotaLost(item), ...ceiling(item), ...instalmentsLost(item)];
}

const newly = /当年|新认定|新获|新评|新晋|新创|新组建|新建成|新列入|新入选|上年度[^。，,；;]{0,12}(?:认定|获|评)/;
const isTitle = /称号|级别|认定|等级|星级|名单|A级|示范|奖|试点|平台/;
const isDated = /本年|当年|首次|新/;

/** 当年新认定 read as a title held: nothing of the rule asks when it was won. */
function titleOfYear({ title, summary, conditions }: Worded, facts: Definitions): Found[] {
  const words = newly.exec(`${title}。${summary}`)?.[0];
  if (words === undefined) return [];
  const asked = leavesOf(conditions).flatMap(({ at, node }) => {
    const fact = facts.get(node.fact);
    return fact ? [{ at, operator: node.operator, fact }] : [];
  });
  const tellsWhen = ({ operator, fact }: (typeof asked)[number]) =>
    operator === "withinYears" ||
    fact.type === "year" ||
    fact.scope !== "enterprise" ||
    isDated.test(fact.zh + fact.question);
  if (asked.some(tellsWhen) || !asked.some(({ fact }) => isTitle.test(fact.zh))) return [];
  return [{ code: "titleOfYear", path: "/conditions", values: { words } }];
}

const limited = /择优|先到先得|用完即止|用完为止|(?:每届)?不超过\d+(?:个|家|名)(?!自然|工作|月|年)|名额|竞争性/;

/** A number of winners or a pool, and a sum shown as if it were sure. */
function quota({ summary, notes, amount, quota: limit }: Worded): Found[] {
  const words = limited.exec(`${summary}。${notes ?? ""}`)?.[0];
  return words === undefined || amount.upTo || isChosen({ quota: limit }) || !isPayment(amount)
    ? []
    : [{ code: "quotaAsSum", path: "/amount", values: { words } }];
}

const bounded =
  /(?:每年|每届|年度)[^。，；]{0,10}(?:不超过|选)\d+个(?!自然|工作|月|年)|名额(?:约)?\d+个|\d+个名额|(?:资金池|总授信|年度总额)[^。，；]{0,8}\d+(?:\.\d+)?[万亿]元?/;

/** A number of winners or a pool that stands in the words alone. */
function quotaLost({ summary, notes, quota: limit }: Worded): Found[] {
  const words = limit ? undefined : bounded.exec(`${summary}。${notes ?? ""}`)?.[0];
  return words === undefined ? [] : [{ code: "quotaLost", path: "/quota", values: { words } }];
}

const inParts =
  /分[两二三四五六七八九十2-9]年[^。]{0,14}(?:拨付|兑现|发放|奖励|补贴|补助)|分期(?:拨付|兑现|奖励|发放)|考核合格后[^。，]{0,6}拨付/;

/** A sum that the words pay in parts and the rule at once. */
function instalmentsLost({ summary, notes, amount }: Worded): Found[] {
  const words = amount.instalments ? undefined : inParts.exec(`${summary}。${notes ?? ""}`)?.[0];
  return words === undefined || !isPayment(amount)
    ? []
    : [{ code: "instalmentsLost", path: "/amount/instalments", values: { words } }];
}

const most = /最高|不超过[^0-9，,。]{0,4}\d[^。，,]{0,8}(?:元|%)|\d[^。，,]{0,4}以内/;

/** A ceiling in the words of a sum that is worked out, and none in the rule. */
function ceiling({ summary, amount }: Worded): Found[] {
  const words = most.exec(summary)?.[0];
  if (words === undefined || !isPayment(amount) || isCapped(amount)) return [];
  return [{ code: "capLost", path: "/amount", values: { words } }];
}

function isPayment({ kind, effect }: PolicyItem["amount"]): boolean {
  return kind !== "service" && effect === "payment";
}

function isCapped(amount: PolicyItem["amount"]): boolean {
  if (amount.kind === "fixed" || amount.kind === "service" || amount.kind === "tiered" || amount.kind === "lesserOf")
    return true;
  const parts = amount.kind === "sum" ? amount.parts : amount.kind === "each" ? [amount.part] : [];
  return (
    amount.upTo || amount.sharedCap !== null || [amount, ...parts].some((part) => part.kind !== "fixed" && hasCap(part))
  );
}

function hasCap({ capYuan, capBy }: { capYuan: number | null; capBy?: BaseFigure }): boolean {
  return capYuan !== null || capBy !== undefined;
}
