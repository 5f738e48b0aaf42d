import type { Leaf, Operator } from "~/features/policies/domain/condition-schema";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { isRelativeYear } from "~/features/policies/domain/relative-year";

type Typed = Pick<FactDefinition, "name" | "type"> & { values: readonly { value: string }[] | null };
const ordering: readonly Operator[] = [
  "greaterThanInclusive",
  "greaterThan",
  "lessThanInclusive",
  "lessThan",
  "equal",
  "notEqual",
  "in",
  "notIn",
];

/** The operators that make sense for a fact, the commonest first. */
export function operatorsFor({ type }: Typed): readonly Operator[] {
  switch (type) {
    case "boolean":
      return ["equal", "notEqual"];
    case "date":
      return [
        "withinYears",
        "greaterThanInclusive",
        "lessThanInclusive",
        "greaterThan",
        "lessThan",
        "equal",
        "notEqual",
      ];
    case "enum":
      return ["in", "equal", "notIn", "notEqual", "contains", "doesNotContain"];
    case "code":
      return ["startsWithAny", "equal", "notEqual", "in", "notIn"];
    case "string":
      return ["equal", "notEqual", "in", "notIn", "contains", "doesNotContain", "startsWithAny"];
    default:
      return ordering;
  }
}

/** A first value for a fact: a member, no, 0, nothing. */
function firstValue({ type, values }: Typed): string | number | boolean {
  if (type === "boolean") return true;
  if (type === "enum") return values?.[0]?.value ?? "";
  return type === "date" || type === "string" || type === "code" ? "" : 0;
}

/** A comparison of a fact by an operator; what can be kept of the value before is kept. */
export function leafWith(definition: Typed, operator: Operator, before?: Leaf["value"]): Leaf {
  const first = firstValue(definition);
  const single = isRelativeYear(before) ? undefined : [before].flat()[0];
  const value = single !== undefined && typeof single === typeof first ? single : first;
  const fact = definition.name;
  const year = definition.type === "year" && isRelativeYear(before) ? before : null;
  switch (operator) {
    case "withinYears":
      return { fact, operator, value: typeof before === "number" ? before : 1 };
    case "startsWithAny":
      return { fact, operator, value: listOf(before, value).map(String).filter(Boolean) };
    case "in":
    case "notIn":
      return { fact, operator, value: [...listOf(before, value)] };
    case "contains":
    case "doesNotContain":
      return { fact, operator, value };
    case "equal":
    case "notEqual":
      return { fact, operator, value: year ?? value };
    default:
      return { fact, operator, value: year ?? (typeof value === "boolean" ? 0 : value) };
  }
}

/** The list before, if it was one of such values, else the one value. */
function listOf(
  before: Leaf["value"] | undefined,
  value: string | number | boolean,
): readonly (string | number | boolean)[] {
  return Array.isArray(before) && before.every((each) => typeof each === typeof value)
    ? (before as readonly (string | number | boolean)[])
    : [value];
}

/** The comparison a fact starts with. */
export function newLeaf(definition: Typed): Leaf {
  return leafWith(definition, operatorsFor(definition)[0] ?? "equal");
}
