import { z } from "zod";
import { figureSchema, factName } from "./figure";
import { conditionSchema } from "./condition-schema";
import { instalmentSchema } from "./instalment";
import { scalar } from "./schema-parts";

const yuan = z.number().min(0);
const cap = z.number().positive().nullable();
const percent = z.number().min(0);
const fixed = { kind: z.literal("fixed"), yuan };
/** the most it can be: a sum of the text, and a figure of the firm (实缴税额, 地方贡献) */
const capped = { capYuan: cap, capBy: figureSchema.optional() };
const percentOf = { kind: z.literal("percent"), base: figureSchema, percent, ...capped };
const match = { kind: z.literal("match"), base: figureSchema, percent, ...capped };
const percentIncrement = {
  kind: z.literal("percentIncrement"),
  base: factName,
  previous: factName,
  percent,
  ...capped,
};

const tiered = {
  kind: z.literal("tiered"),
  on: figureSchema,
  tiers: z.array(z.strictObject({ from: z.number(), yuan })).min(1),
  ...capped,
};

const perUnit = { kind: z.literal("perUnit"), unit: figureSchema, yuanPerUnit: yuan, ...capped };
const perStep = {
  kind: z.literal("perStep"),
  on: figureSchema,
  previous: factName.nullable(),
  over: z.number().min(0),
  step: z.number().positive(),
  yuanPerStep: yuan,
  baseYuan: yuan,
  ...capped,
};

const bracketPercent = {
  kind: z.literal("bracketPercent"),
  base: figureSchema,
  brackets: z.array(z.strictObject({ from: z.number().min(0), percent })).min(1),
  /** what was counted before in the same brackets: they go on from there */
  counted: figureSchema.optional(),
  ...capped,
};

const part = z.discriminatedUnion("kind", [
  z.strictObject(fixed),
  z.strictObject(percentOf),
  z.strictObject(match),
  z.strictObject(percentIncrement),
  z.strictObject(tiered),
  z.strictObject(perUnit),
  z.strictObject(perStep),
  z.strictObject(bracketPercent),
]);

export type AmountPart = z.infer<typeof part>;

export const effects = [
  "payment",
  "reduction",
  "deduction",
  "deferral",
  "taxCredit",
  "loanLimit",
  "equity",
  "none",
] as const;

const common = {
  upTo: z.boolean(),
  atLeast: z.boolean(),
  effect: z.enum(effects),
  period: z.literal("year").nullable(),
  maxYears: z.number().int().min(1).nullable(),
  /** the parts in which the sum is paid; null: at once */
  instalments: z.array(instalmentSchema).min(2).max(10).nullable(),
  rangeYuan: z.tuple([yuan, yuan]).nullable(),
  /** one ceiling for items of several documents; scope: of each firm (left out), each project or each vehicle, told apart as deeds are */
  sharedCap: z
    .strictObject({
      group: z.string().min(1),
      yuan: yuan.positive(),
      scope: z.enum(["firm", "project", "vehicle"]).optional(),
    })
    .nullable(),
  /** the text seen states no rate, only the most: shown as a ceiling, kept out of sums */
  rateUnknown: z.literal(true).optional(),
  /** the caps of the whole hold after the multiplier too */
  capLast: z.literal(true).optional(),
};

/** A sum over the entries of a list (each truck, film, event): a part worked out of an entry's own fields, cut at its own cap. */
const each = {
  kind: z.literal("each"),
  of: factName,
  /** the entries that count; left out: all */
  where: conditionSchema.optional(),
  part,
  /** the sum as long as the entries are not listed, from figures of them together */
  otherwise: part.optional(),
  ...capped,
};

export const amountSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...fixed, ...common }),
  z.strictObject({ ...percentOf, ...common }),
  z.strictObject({ ...match, ...common }),
  z.strictObject({ ...percentIncrement, ...common }),
  z.strictObject({ ...tiered, ...common }),
  z.strictObject({ ...perUnit, ...common }),
  z.strictObject({ ...perStep, ...common }),
  z.strictObject({ ...bracketPercent, ...common }),
  z.strictObject({ kind: z.literal("sum"), parts: z.array(part).min(1), ...capped, ...common }),
  z.strictObject({ kind: z.literal("lesserOf"), parts: z.array(part).min(1), ...capped, ...common }),
  z.strictObject({ ...each, ...common }),
  z.strictObject({ kind: z.literal("service"), ...common }),
]);

/** What an item pays; all figures in yuan. */
export type Amount = z.infer<typeof amountSchema>;

export const multiplierSchema = z.strictObject({
  fact: factName,
  values: z.array(z.strictObject({ value: scalar, factor: z.number().min(0) })).min(1),
  otherwise: z.number().min(0),
});

export type Multiplier = z.infer<typeof multiplierSchema>;
