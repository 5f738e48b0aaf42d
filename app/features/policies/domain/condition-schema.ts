import { z } from "zod";
import { factName } from "./figure";
import { scalar } from "./schema-parts";

/** A year counted from the one in which it is asked: 0 this year, -1 the year before. Only for facts that are years. */
const relativeYear = z.strictObject({ year: z.number().int().min(-20).max(5) });
export type RelativeYear = z.infer<typeof relativeYear>;

export const leafSchema = z.discriminatedUnion("operator", [
  z.strictObject({
    fact: factName,
    operator: z.enum(["equal", "notEqual"]),
    value: z.union([scalar, relativeYear]),
  }),
  z.strictObject({ fact: factName, operator: z.enum(["contains", "doesNotContain"]), value: scalar }),
  z.strictObject({
    fact: factName,
    operator: z.enum(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"]),
    value: z.union([z.number(), z.string(), relativeYear]),
  }),
  z.strictObject({ fact: factName, operator: z.enum(["in", "notIn"]), value: z.array(scalar).min(1) }),
  z.strictObject({ fact: factName, operator: z.literal("startsWithAny"), value: z.array(z.string()).min(1) }),
  z.strictObject({ fact: factName, operator: z.literal("withinYears"), value: z.number().positive() }),
]);

/** One comparison of a fact with a value of the policy text. */
export type Leaf = z.infer<typeof leafSchema>;

export type Operator = Leaf["operator"];
/** Condition tree in json-rules-engine's own form. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    leafSchema,
  ]),
);
