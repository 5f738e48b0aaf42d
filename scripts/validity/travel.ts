import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { eligibleProfile, type Judge } from "./profile";
import { isOutside, isUnconfirmed, leavesIn, type Read, type Rules } from "./rules";

/** What is judged: whether the product offers an item on a day, and what it says of a profile. */
export type Judged = { isOffered(item: PolicyItem, day: string): boolean; verdict: Judge };

/** One thing that went wrong. */
export type Finding = {
  kind: "offeredOutsideTerm" | "offeredUnconfirmed" | "literalYears" | "unexplainedFlips";
  itemId: string;
  day: string | null;
  text: string;
};
export type Journey = { days: number; watched: number; unwatched: readonly string[]; findings: readonly Finding[] };

const first = "2026-01-01";
const last = "2027-12-31";
/** The day before the year turns: profiles eligible on it are looked at every day. */
const eve = "2026-12-31";

/** Every day of 2026 and 2027, one after the other. */
export function everyDay(): string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}

/** Goes through two years with a catalogue: what is offered when, and what turns without a reason in the text. */
export function travel(rules: Rules, judged: Judged): Journey {
  const days = everyDay();
  const offers = rules.items.flatMap((read) => offersOf(read, days, judged));
  const inForce = rules.items.filter(({ term }) => !isOutside(term, eve) && !isUnconfirmed(term, eve));
  const kept = inForce.map(({ item }) => ({ item, profile: eligibleProfile(item, rules.facts, eve, judged.verdict) }));
  const flips = kept.flatMap(({ item, profile }) =>
    profile ? flipsOf(item, days, (day) => judged.verdict(item, profile, day)) : [],
  );
  return {
    days: days.length,
    watched: kept.filter(({ profile }) => profile !== null).length,
    unwatched: kept.filter(({ profile }) => profile === null).map(({ item }) => item.id),
    findings: [...offers, ...rules.items.flatMap(({ item }) => literalYears(item, rules)), ...flips],
  };
}

function offersOf({ item, term }: Read, days: readonly string[], { isOffered }: Judged): Finding[] {
  const offered = days.filter((day) => isOffered(item, day));
  const found = (kind: Finding["kind"], wrong: readonly string[], text: string): Finding[] =>
    wrong[0] === undefined ? [] : [{ kind, itemId: item.id, day: wrong[0], text: `${text}, ${wrong.length} days` }];
  return [
    ...found(
      "offeredOutsideTerm",
      offered.filter((day) => isOutside(term, day)),
      "offered outside its term",
    ),
    ...found(
      "offeredUnconfirmed",
      offered.filter((day) => isUnconfirmed(term, day)),
      "offered, though nobody said that it is in force",
    ),
  ];
}

/** Years written out that no record explains by words of the text. */
function literalYears(item: PolicyItem, { facts, records }: Rules): Finding[] {
  const isExplained = (fact: string) =>
    records.some((each) => each.code === "literalYear" && (each.item === item.id || each.fact === fact));
  return leavesIn(item.conditions)
    .filter(
      ({ fact, value }) => facts.get(fact)?.type === "year" && [value].flat().some((each) => typeof each === "number"),
    )
    .filter(({ fact }) => !isExplained(fact))
    .map(({ fact, value }) => ({
      kind: "literalYears",
      itemId: item.id,
      day: null,
      text: `${fact} ${JSON.stringify(value)}`,
    }));
}

/** Words by which a text ties itself to a year, and to a span that runs out. */
const yearly = /当年|本年|[上前]一?年|年度|有效期|年内|新认定|新获|新评|新建|新增|新设|新上市|新入|新组建|首次|\d年/;
const running = /\d+\s*(?:年|个月)|[一二三四五六七八九十两半]年|新设|新引进|新办|新成立|新注册|当年|成立|迁入/;

/** Days on which the verdict on a profile turns for no reason that the item's text gives. */
function flipsOf(item: PolicyItem, days: readonly string[], verdictOn: (day: string) => string): Finding[] {
  const verdicts = days.map(verdictOn);
  const words = `${item.title}${item.summary}${item.notes ?? ""}`;
  const leaves = leavesIn(item.conditions);
  const counts = leaves.some(({ value }) => value !== null && typeof value === "object" && !Array.isArray(value));
  const spans = leaves.some(({ operator }) => operator === "withinYears");
  return days.flatMap((day, index): Finding[] => {
    if (index === 0 || verdicts[index] === verdicts[index - 1]) return [];
    const byYear = counts && day.endsWith("-01-01") && yearly.test(words);
    if (byYear || (spans && running.test(words))) return [];
    return [
      { kind: "unexplainedFlips", itemId: item.id, day, text: `${verdicts[index - 1]} becomes ${verdicts[index]}` },
    ];
  });
}
