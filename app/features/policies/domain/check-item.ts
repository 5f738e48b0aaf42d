import { isPlainDate } from "~/kernel/plain-date";
import { hasClaimSpan, spanProblem } from "./claim-span";
import { factsOfFigure } from "./figure";
import { instalmentProblems } from "./instalment";
import { leafProblem, scalarProblem, type CheckRegistry } from "./check-conditions";
import type { Level, PolicyItem } from "./policy-item";
import type { Leaf } from "./condition-schema";
import type { FactDefinition } from "./fact-definition";
import type { Amount, AmountPart } from "./amount-schema";
import { fieldsAsFacts } from "./list-fact";
import { isRelativeYear } from "./relative-year";
import { termOf } from "./validity";
import { amountFigures, leavesOf } from "./walk-conditions";

export type ItemRegistry = CheckRegistry & {
  themes: readonly string[];
  departmentIdOf(name: string, level: Level): string | null;
};

/** Something wrong in an item: the place inside it and the reason. */
export type Problem = { path: string; reason: string };

type Check = (item: PolicyItem, registry: ItemRegistry) => Problem[];

const checks: readonly Check[] = [
  english,
  conditions,
  amountBases,
  ceiling,
  lastCap,
  range,
  instalments,
  entries,
  steps,
  multiplier,
  dates,
  window,
  claims,
  quota,
  after,
  places,
  costSharing,
];

/** All problems of one item that its shape does not show. */
export function checkItem(item: PolicyItem, registry: ItemRegistry): Problem[] {
  return checks.flatMap((check) => check(item, registry));
}

function english(item: PolicyItem): Problem[] {
  return problem("english", item.english ? null : "no title and summary in English");
}

function conditions(item: PolicyItem, registry: ItemRegistry): Problem[] {
  return leavesOf(item.conditions).flatMap(({ at, node }) => problem(at, leafProblem(node, registry)));
}

const countable = new Set<FactDefinition["type"]>(["yuan", "integer", "number", "percent", "year"]);

function amountBases(item: PolicyItem, registry: ItemRegistry): Problem[] {
  return amountFigures(item.amount).flatMap(({ at, node }) => {
    const facts = factsOfFigure(node);
    if (facts.length === 0) return problem(at, "no figure of a firm stands in it");
    return facts.flatMap((fact) => problem(at, figureProblem(fact, registry)));
  });
}

function figureProblem(name: string, registry: ItemRegistry): string | null {
  const fact = registry.facts.get(name);
  if (!fact) return `unknown fact ${name}`;
  return countable.has(fact.type) ? null : `${name} is no figure`;
}

/** A sum over a list reads the list's own fields; a condition on an entry holds on every day alike. */
function entries({ amount }: PolicyItem, registry: ItemRegistry): Problem[] {
  if (amount.kind !== "each") return [];
  const list = registry.facts.get(amount.of);
  if (list?.type !== "list") return problem("amount.of", `${amount.of} is no list`);
  const own = { ...registry, facts: fieldsAsFacts(list) };
  const leaves = amount.where ? leavesOf(amount.where, "amount.where") : [];
  return [
    ...amountFigures(amount.part, "amount.part").flatMap(({ at, node }) =>
      factsOfFigure(node).flatMap((field) => problem(at, figureProblem(field, own))),
    ),
    ...leaves.flatMap(({ at, node }) => problem(at, entryLeafProblem(node) ?? leafProblem(node, own))),
  ];
}

function entryLeafProblem({ operator, value }: Leaf): string | null {
  return operator === "withinYears" || isRelativeYear(value) ? "an entry's condition can't hang on the day" : null;
}

/** Only money is paid in parts. */
function instalments({ amount }: PolicyItem): Problem[] {
  if (!amount.instalments) return [];
  const isMoney = amount.effect === "payment" && amount.kind !== "service";
  return [
    ...problem("amount.instalments", isMoney ? null : "nothing is paid that could come in parts"),
    ...instalmentProblems(amount.instalments).flatMap(({ place, reason }) =>
      problem(`amount.instalments[${place}]`, reason),
    ),
  ];
}

/** A range is a ceiling: its upper end is the sum, the office decides between both. */
function range({ amount }: PolicyItem): Problem[] {
  if (!amount.rangeYuan || amount.kind === "service") return [];
  const [low, high] = amount.rangeYuan;
  const top = amount.kind === "fixed" ? amount.yuan : amount.kind === "perUnit" ? amount.yuanPerUnit : amount.capYuan;
  return problem(
    "amount.rangeYuan",
    low < high && amount.upTo && top === high ? null : "a range rises, is a ceiling, and has its upper end as its sum",
  );
}

function lastCap({ amount, multiplier: rule }: PolicyItem): Problem[] {
  if (!amount.capLast) return [];
  const hasCap = "capYuan" in amount && (amount.capYuan !== null || amount.capBy !== undefined);
  return problem("amount.capLast", hasCap && rule ? null : "there is no cap, or no multiplier before it");
}

function ceiling({ amount }: PolicyItem): Problem[] {
  const isCeiling = amount.kind === "fixed" && amount.upTo;
  return problem(
    "amount.rateUnknown",
    amount.rateUnknown && !isCeiling ? "without a rate there is only a ceiling" : null,
  );
}

function steps(item: PolicyItem): Problem[] {
  const { amount } = item;
  const parts = "parts" in amount ? amount.parts : amount.kind === "each" ? [amount.part] : [amount];
  return parts.flatMap((part) => problem("amount", ascends(part) ? null : "tiers or brackets do not rise"));
}

function ascends(part: Amount | AmountPart): boolean {
  const from =
    part.kind === "tiered"
      ? part.tiers.map((tier) => tier.from)
      : part.kind === "bracketPercent"
        ? part.brackets.map((bracket) => bracket.from)
        : [];
  return from.every((value, index) => index === 0 || value > (from[index - 1] ?? value));
}

function multiplier({ multiplier: rule }: PolicyItem, registry: ItemRegistry): Problem[] {
  if (!rule) return [];
  const fact = registry.facts.get(rule.fact);
  if (!fact) return problem("multiplier.fact", `unknown fact ${rule.fact}`);
  return rule.values.flatMap(({ value }, index) => problem(`multiplier.values[${index}]`, scalarProblem(value, fact)));
}

function dates(item: PolicyItem): Problem[] {
  const { issuedOn } = item.document;
  const { from, until } = termOf(item);
  if (until === null) return [];
  const at = item.validTo === undefined ? "document.validTo" : "validTo";
  return [
    ...problem(at, issuedOn !== null && issuedOn > until ? "ends before it was issued" : null),
    ...problem(at, from !== null && from > until ? "ends before it begins" : null),
  ];
}

function window({ window: yearly }: PolicyItem): Problem[] {
  // A leap year, so that 02-29 counts as a day.
  return [yearly?.opens, yearly?.closes].flatMap((day) =>
    problem("window", day && !isPlainDate(`2024-${day}`) ? `${day} is not a day` : null),
  );
}

/** Claims that have days of their own have no yearly window beside them. */
function claims(item: PolicyItem): Problem[] {
  const both = item.window !== null && hasClaimSpan(item) ? "the item has a yearly window, too" : null;
  return problem("claimFrom", spanProblem(item) ?? both);
}

/** A quota bounds something, and only reviewed cases are ranked or drawn. */
function quota({ quota: limit, mode }: PolicyItem): Problem[] {
  if (!limit) return [];
  const isEmpty = limit.order === "firstCome" && limit.count === undefined && limit.poolYuan === undefined;
  return [
    ...problem("quota", isEmpty ? "a quota needs a count or a pool" : null),
    ...problem(
      "quota.order",
      limit.order !== "firstCome" && mode !== "申报审批" ? "only reviewed cases are chosen" : null,
    ),
    ...problem("quota.per", limit.per === "round" && limit.order === "firstCome" ? "first come has no rounds" : null),
    ...problem("quota.proRata", limit.proRata && limit.order === "firstCome" ? "first come is not divided" : null),
  ];
}

/** What is kept up afterwards is a figure, and money is asked back only where money is paid. */
function after({ conditionsAfter = [], amount }: PolicyItem, registry: ItemRegistry): Problem[] {
  return conditionsAfter.flatMap(({ keeps, clawbackPercent }, index) => {
    const fact = keeps && registry.facts.get(keeps.fact);
    const at = `conditionsAfter[${index}]`;
    return [
      ...problem(`${at}.keeps.fact`, keeps && !fact ? `unknown fact ${keeps.fact}` : null),
      ...problem(`${at}.keeps.fact`, keeps && fact && !countable.has(fact.type) ? `${keeps.fact} is no figure` : null),
      ...problem(
        `${at}.clawbackPercent`,
        clawbackPercent > 0 && amount.effect !== "payment" ? "nothing is paid that could be asked back" : null,
      ),
    ];
  });
}

function places(item: PolicyItem, registry: ItemRegistry): Problem[] {
  const departments = [item.department, ...item.coDepartments];
  const stranger = departments.find((name) => registry.departmentIdOf(name, item.level) === null);
  return [
    ...problem("region", registry.regionCodes.includes(item.region) ? null : `unknown region ${item.region}`),
    ...problem("department", stranger ? `unknown department ${stranger}` : null),
    ...problem("theme", registry.themes.includes(item.theme) ? null : `unknown theme ${item.theme}`),
  ];
}

function costSharing({ costSharing: shares }: PolicyItem): Problem[] {
  const sum = Object.values(shares ?? {}).reduce((total, share) => total + share, 0);
  return problem("costSharing", shares && sum !== 100 ? `shares add up to ${sum}, not 100` : null);
}

function problem(path: string, reason: string | null): Problem[] {
  return reason === null ? [] : [{ path, reason }];
}
