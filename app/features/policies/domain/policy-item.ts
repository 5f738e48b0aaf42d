import { z } from "zod";
import { claimTerms } from "./claim-terms";
import { amountSchema, multiplierSchema } from "./amount-schema";
import { isoDate } from "./schema-parts";
import { conditionSchema } from "./condition-schema";

/** Title and summary in English; a draft may lack them, what is published may not. */
export const englishSchema = z.strictObject({ title: z.string().min(1).max(110), summary: z.string().min(1).max(600) });
export type EnglishTexts = z.infer<typeof englishSchema>;

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
