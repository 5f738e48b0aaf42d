import { z } from "zod";
import { factName } from "./figure";
import { isoDate, scalar } from "./schema-parts";

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
