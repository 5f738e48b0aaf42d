import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { leavesIn, type Fact } from "./rules";

export type Verdict = "eligible" | "ineligible" | "unknown";

export type Judge = (item: PolicyItem, facts: Facts, day: string) => Verdict;

/** Tries after which an item is given up; none of the catalogue needs a hundredth of it. */
const budget = 20_000;

/** A profile that is eligible for an item on a day, of values on and beside the bounds its conditions name; null where none was found. */
export function eligibleProfile(
  item: PolicyItem,
  facts: ReadonlyMap<string, Fact>,
  day: string,
  judge: Judge,
): Facts | null {
  const asked = new Map<string, unknown[]>();
  for (const { fact, operator, value } of leavesIn(item.conditions))
    asked.set(fact, [...(asked.get(fact) ?? []), ...around(operator, value, day)]);
  const choices = [...asked].map(([name, values]) => [name, valuesOf(facts.get(name), values)] as const);
  let left = budget;
  const search = (known: Record<string, FactValue>, place: number): Facts | null => {
    left -= 1;
    if (left < 0 || judge(item, known, day) === "ineligible") return null;
    const choice = choices[place];
    if (!choice) return judge(item, known, day) === "eligible" ? known : null;
    for (const value of choice[1]) {
      const found = search({ ...known, [choice[0]]: value }, place + 1);
      if (found) return found;
    }
    return null;
  };
  return search({}, 0);
}

function valuesOf(fact: Fact | undefined, values: unknown[]): FactValue[] {
  if (fact?.type === "boolean") return [true, false];
  if (fact?.values) return fact.values.map(({ value }) => value);
  const isSensible = (value: unknown) =>
    typeof value !== "number" || ((fact?.min ?? -Infinity) <= value && value <= (fact?.max ?? Infinity));
  return [...new Set(values)].filter(isSensible) as FactValue[];
}

function around(operator: string, value: unknown, day: string): unknown[] {
  if (operator === "withinYears")
    return [day, `${Number(day.slice(0, 4)) - Math.ceil(Number(value)) - 1}${day.slice(4)}`];
  if (operator === "startsWithAny") return [...(value as string[]).map((prefix) => prefix.padEnd(5, "0")), "Z9999"];
  return [value].flat().flatMap((each): unknown[] => {
    const year = each !== null && typeof each === "object" ? (each as { year: number }).year : null;
    if (year !== null) return [0, 1, -1].map((step) => Number(day.slice(0, 4)) + year + step);
    return typeof each === "number"
      ? [each, each + 1, Math.max(0, each - 1)]
      : [each, ...(/^\d{4}-/.test(String(each)) ? [day] : ["—"])];
  });
}
