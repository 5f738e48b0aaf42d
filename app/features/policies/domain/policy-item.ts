import { z } from "zod";
import { claimTerms } from "./claim-terms";
import { factName, figureSchema } from "./figure";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
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
  instalments: z.array(z.number().min(0)).min(2).nullable(),
  rangeYuan: z.tuple([yuan, yuan]).nullable(),
  /** one ceiling for items of several documents; scope: of each firm (left out), each project or each vehicle, told apart as deeds are */
  sharedCap: z
    .strictObject({ group: z.string().min(1), yuan, scope: z.enum(["firm", "project", "vehicle"]).optional() })
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

/** Title and summary in English; a draft may lack them, what is published may not. */
export const englishSchema = z.strictObject({ title: z.string().min(1).max(110), summary: z.string().min(1).max(600) });
export type EnglishTexts = z.infer<typeof englishSchema>;

const isoDate = z.iso.date();
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const levels = ["national", "province", "city", "county"] as const;
export type Level = (typeof levels)[number];
export const modes = ["免申即享", "快申快享", "申报审批"] as const;
export const supports = [
  "reward",
  "subsidy",
  "tax-relief",
  "interest-discount",
  "refund",
  "rent-relief",
  "loan",
  "fee-relief",
  "service",
  "voucher",
  "equity",
] as const;

const knownBy = ["stated", "norm", "confirmed", "unknown"] as const;
const changeKinds = ["replaced", "amended", "extended", "repealed", "completed"] as const;

export const validitySchema = z
  .strictObject({
    /** stated: by the text itself or a later one; norm: by the term a norm gives; confirmed: by an official on a day */
    known: z.enum(knownBy),
    /** the words that say so */
    basis: z.string().min(1),
    /** the term of a norm where the text states none; `until` null: it had run out when it was looked up, its day is not known */
    norm: z.strictObject({ name: z.string().min(1), until: isoDate.nullable() }).optional(),
    confirmed: z.strictObject({ by: z.string().min(1), on: isoDate, source: z.string().min(1) }).optional(),
    /** what happened to it since; completed: a single round that is over. `on` null: its day is not known */
    change: z.strictObject({ kind: z.enum(changeKinds), by: z.string().min(1), on: isoDate.nullable() }).optional(),
    checkedOn: isoDate,
    sources: z.array(z.string().min(1)),
    /** what is still to be found out */
    open: z.array(z.string().min(1)).optional(),
  })
  .refine(({ known, norm }) => known !== "norm" || norm !== undefined, {
    path: ["norm"],
    error: "is known by a norm that is not named",
  })
  .refine(({ known, confirmed }) => (known === "confirmed") === (confirmed !== undefined), {
    path: ["confirmed"],
    error: "names who confirmed it if it is confirmed, and only then",
  });
/** How it is known whether a document or an item is in force. */
export type Validity = z.infer<typeof validitySchema>;

export const policyDocumentSchema = z.strictObject({
  title: z.string().min(1),
  number: z.string().nullable(),
  issuer: z.string().min(1),
  issuedOn: isoDate.nullable(),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  /** absent: nobody has looked it up */
  validity: validitySchema.optional(),
  /** fictitious, of the demonstration zone; never real, never counted */
  demo: z.literal(true).optional(),
});
/** The text an item comes from; dates are Asia/Shanghai calendar days. */

export const policyItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/),
  document: policyDocumentSchema,
  /** a term of its own, where it has another one than its document; null: no such day */
  validFrom: isoDate.nullable().optional(),
  validTo: isoDate.nullable().optional(),
  validity: validitySchema.optional(),
  level: z.enum(levels),
  region: z.string().regex(/^\d{6}$/),
  department: z.string().min(1),
  coDepartments: z.array(z.string().min(1)),
  title: z.string().min(1).max(30),
  summary: z.string().min(1).max(120),
  english: englishSchema.optional(),
  theme: z.string().min(1),
  support: z.enum(supports),
  mode: z.enum(modes),
  conditions: conditionSchema,
  amount: amountSchema,
  exclusiveGroup: z.string().nullable(),
  topUp: z.boolean(),
  costSharing: z
    .partialRecord(z.enum(["central", "province", "city", "county"]), z.number().min(0).max(100))
    .nullable(),
  multiplier: multiplierSchema.nullable(),
  window: z.strictObject({ opens: monthDay.nullable(), closes: monthDay.nullable() }).nullable(),
  ...claimTerms,
  processingDays: z.number().int().min(1).nullable(),
  materials: z.array(z.string()),
  steps: z.array(z.string()),
  source: z.strictObject({
    title: z.string(),
    quality: z.enum(["official", "republished", "agent"]),
    url: z.string().nullable(),
  }),
  inferred: z.array(z.string()),
  notes: z.string().nullable(),
});
/** One thing an enterprise can obtain: one set of conditions and one amount rule. */
export type PolicyItem = z.infer<typeof policyItemSchema>;

export const factTypes = [
  "yuan",
  "integer",
  "number",
  "percent",
  "boolean",
  "date",
  "year",
  "enum",
  "string",
  "code",
  "list",
] as const;
export const factScopes = ["enterprise", "annual", "case"] as const;

const codes = z.array(z.string().min(1)).min(1).optional();

const publishedEntry = z.strictObject({
  region: z.string().regex(/^\d{6}$/),
  from: isoDate,
  /** null: until another one begins */
  until: isoDate.nullable(),
  value: z.number(),
  /** the text or page it was read in */
  source: z.string().min(1),
  seenOn: isoDate,
});

const fieldSchema = z.strictObject({
  name: factName,
  type: z.enum(["yuan", "integer", "number", "percent", "boolean", "date", "year", "enum", "string"]),
  unit: z.string().nullable(),
  values: z.array(z.strictObject({ value: z.string(), zh: z.string(), en: z.string() })).nullable(),
  zh: z.string().min(1),
  en: z.string().min(1),
  min: z.number().nullable(),
  max: z.number().nullable(),
  aheadYears: z.int().min(0).max(50).optional(),
});
/** What is known of each entry of a list. */
export type ListField = z.infer<typeof fieldSchema>;

export const factDefinitionSchema = z.strictObject({
  name: factName,
  type: z.enum(factTypes),
  unit: z.string().nullable(),
  values: z.array(z.strictObject({ value: z.string(), zh: z.string(), en: z.string() })).nullable(),
  ordered: z.boolean(),
  zh: z.string().min(1),
  en: z.string().min(1),
  question: z.string().min(1),
  help: z.string().min(1),
  questionEn: z.string().min(1),
  helpEn: z.string().min(1),
  group: z.string().min(1),
  scope: z.enum(factScopes),
  authority: z.string().nullable(),
  /** of a list: what is told of each entry, in the order it is asked */
  fields: z.array(fieldSchema).min(1).optional(),
  /** least and most the figure can be; of a date the first and last year */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** what an office publishes by place and time instead of a firm stating it; absent where none was found (`rules/parameters`) */
  published: z.array(publishedEntry).optional(),
  /** whom it tells of, where that is not the firm itself: its group, or a firm it invests in */
  whose: z.enum(["group", "investee"]).optional(),
  /** years that a date may lie ahead of the day it is stated */
  aheadYears: z.int().min(0).max(50).optional(),
  /** the firms it may be asked of; of a firm known to be another kind `otherwise` holds as long as nothing else is stated */
  concerns: z
    .strictObject({
      /** first signs of codes of GB/T 4754 */
      industries: codes,
      legalForms: codes,
      sizes: codes,
      otherwise: scalar,
    })
    .optional(),
});
/** Registry entry of one fact about an enterprise, a year of it, or one application. */
export type FactDefinition = z.infer<typeof factDefinitionSchema>;

/** One entry of a list: a value for each of its fields. */
export type Entry = Readonly<Record<string, string | number | boolean>>;
export type FactValue = string | number | boolean | readonly (string | number | boolean)[] | readonly Entry[];
/** Known facts by name; an absent name is unknown. Money facts are yuan. */
export type Facts = Readonly<Record<string, FactValue>>;
