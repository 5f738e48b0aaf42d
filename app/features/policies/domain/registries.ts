import { z } from "zod";
import { levels } from "./policy-item";

const code = z.string().regex(/^\d{6}$/);

export const departmentSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  level: z.enum(levels),
  zh: z.string().min(1),
  en: z.string().min(1),
  authority: z.string().nullable(),
  names: z.array(z.string().min(1)).min(1),
  /** phones firms may call, by place; absent where none was found */
  phones: z.record(code, z.string().min(1)).optional(),
});
/** Fictitious phones of offices in the demonstration zone: `rules/demo/phones.json`. */
export const demoPhonesSchema = z.strictObject({
  $schema: z.string(),
  phones: z.array(z.strictObject({ department: z.string().min(1), region: code, phone: z.string().min(1) })),
});
export type DemoPhone = z.infer<typeof demoPhonesSchema>["phones"][number];
/** An authority by level and function, with the names texts use for it. */
export type Department = z.infer<typeof departmentSchema>;

export const regionSchema = z.strictObject({
  code,
  zh: z.string().min(1),
  en: z.string().min(1),
  level: z.enum(levels),
  parent: code.nullable(),
  /** day or month in which the code was abolished */
  endedOn: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .optional(),
  /** place that took the abolished one over */
  successor: code.optional(),
  /** the text that abolished it */
  source: z.string().min(1).optional(),
});
/** A place by GB/T 2260; abolished ones stay known, for firms carry their codes. */
export type Region = z.infer<typeof regionSchema>;

export const zoneSchema = z.strictObject({
  code: z.string().regex(/^\d{9}$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  region: code,
  park: z.string().min(1),
});
/** A development zone; `park` is the value of the fact of that name. */
export type Zone = z.infer<typeof zoneSchema>;

export const groupSchema = z.strictObject({ key: z.string(), zh: z.string().min(1), en: z.string().min(1) });
export type FactGroup = z.infer<typeof groupSchema>;

export const themeSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Theme = z.infer<typeof themeSchema>;

export const industrySchema = z.strictObject({
  code: z.string().regex(/^[A-T](\d{2,4})?$/),
  name: z.string().min(1),
  en: z.string().nullable(),
  parent: z.string().nullable(),
});
/** A row of GB/T 4754-2017: section letter, then two, three or four digits. */
export type Industry = z.infer<typeof industrySchema>;
