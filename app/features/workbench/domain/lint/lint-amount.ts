import type { BaseFigure } from "~/features/policies/domain/figure";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart } from "~/features/policies/domain/amount-schema";
import { amountFacts, leavesOf } from "~/features/policies/domain/walk-conditions";
import { isFoundOut } from "~/features/enterprises/domain/derived-facts";
import type { Finding } from "./finding";
import { boundsOf } from "./lint-conditions";

type Definitions = ReadonlyMap<string, FactDefinition>;
type Found = Omit<Finding, "itemId">;
type PlacedPart = { path: string; part: AmountPart | Amount };

/** Tiers that overlap or fall, thresholds no firm can have, tiers above the cap, bases nobody is asked for. */
export function lintAmount(
  item: Pick<PolicyItem, "amount" | "conditions" | "mode">,
  definitions: Definitions,
): Found[] {
  return partsOf(item.amount).flatMap((placed) => [
    ...steps(placed),
    ...ranges(placed, definitions),
    ...bases(placed, item, definitions),
  ]);
}

/** The parts of an amount with their places. */
export function partsOf(amount: Amount): PlacedPart[] {
  if (amount.kind === "sum" || amount.kind === "lesserOf")
    return amount.parts.map((part, index) => ({ path: `/amount/parts/${index}`, part }));
  return [{ path: "/amount", part: amount }];
}

/** The thresholds of a part: what they are compared with (null: no fact alone), and their places. */
function thresholds(
  part: PlacedPart["part"],
): { fact: string | null; key: "tiers" | "brackets"; from: readonly number[] } | null {
  if (part.kind === "tiered")
    return { fact: factAlone(part.on), key: "tiers", from: part.tiers.map((tier) => tier.from) };
  if (part.kind === "bracketPercent")
    return { fact: factAlone(part.base), key: "brackets", from: part.brackets.map((bracket) => bracket.from) };
  return null;
}

function factAlone(figure: BaseFigure): string | null {
  return typeof figure === "string" ? figure : null;
}

function steps({ path, part }: PlacedPart): Found[] {
  const rising = thresholds(part);
  if (!rising) return [];
  const overlap = rising.from.flatMap((from, index): Found[] =>
    index > 0 && from <= (rising.from[index - 1] ?? 0)
      ? [{ code: "tiersOverlap", path: `${path}/${rising.key}/${index}` }]
      : [],
  );
  if (part.kind !== "tiered") return overlap;
  const falls = part.tiers.flatMap(({ yuan }, index): Found[] =>
    index > 0 && yuan <= (part.tiers[index - 1]?.yuan ?? 0)
      ? [{ code: "tiersFall", path: `${path}/tiers/${index}` }]
      : [],
  );
  const { capYuan } = part;
  const above = part.tiers.flatMap(({ yuan }, index): Found[] =>
    capYuan !== null && yuan > capYuan
      ? [{ code: "tierAboveCap", path: `${path}/tiers/${index}`, values: { cap: capYuan } }]
      : [],
  );
  return [...overlap, ...falls, ...above];
}

function ranges({ path, part }: PlacedPart, definitions: Definitions): Found[] {
  const rising = thresholds(part);
  if (!rising || rising.fact === null) return [];
  const { fact } = rising;
  const definition = definitions.get(fact);
  const bounds = boundsOf(definition);
  if (!definition || !bounds) return [];
  const { min, max } = definition;
  return rising.from.flatMap((from, index): Found[] => {
    const outside = (min !== null && from < min) || (max !== null && from > max);
    return outside ? [{ code: "outsideRange", path: `${path}/${rising.key}/${index}`, fact, values: bounds }] : [];
  });
}

/**
 * A base is asked for when a condition of the item names it, or when the application form asks it (facts of one case, except
 * for 免申即享, which has no form). Figures the platform works out itself need no question.
 */
function bases(
  { path, part }: PlacedPart,
  item: Pick<PolicyItem, "conditions" | "mode">,
  definitions: Definitions,
): Found[] {
  const conditions = new Set(leavesOf(item.conditions).map(({ node }) => node.fact));
  const isFound = (fact: string) => isFoundOut({ name: fact, published: definitions.get(fact)?.published });
  // a list only refines what the figures of all together bring
  const isRefined = (fact: string) => part.kind === "each" && part.of === fact && part.otherwise !== undefined;
  const isAsked = (fact: string) =>
    conditions.has(fact) ||
    isFound(fact) ||
    isRefined(fact) ||
    (definitions.get(fact)?.scope === "case" && item.mode !== "免申即享");
  return [...new Set(amountFacts(part).map(({ node }) => node))]
    .filter((fact) => !isAsked(fact))
    .map((fact): Found => ({ code: "baseNotAsked", path, fact }));
}
