import { z } from "zod";

const isoDate = z.iso.date();
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** A day counted from the year rewarded: 1 the year after it. */
const dayOfYear = z.strictObject({ year: z.number().int().min(0).max(5), day: monthDay });
export type DayOfYear = z.infer<typeof dayOfYear>;

/** One end of the time in which a claim may be made: counted from the year rewarded, or a date of a single round. */
const claimDay = z.union([dayOfYear, isoDate]);

/**
 * How many may have it, or out of how much money. year: of each year; round: of each selection; ever: in all. ranking: who is ranked
 * best; lot: who is drawn; firstCome: who is decided on first. group: items that have it together, each of which says the same of it.
 */
export const quotaSchema = z.strictObject({
  count: z.number().int().min(1).max(100_000).optional(),
  poolYuan: z.number().positive().optional(),
  per: z.enum(["year", "round", "ever"]),
  order: z.enum(["ranking", "lot", "firstCome"]),
  /** a pool that is too small is divided among all that are chosen */
  proRata: z.literal(true).optional(),
  group: z.string().min(1).optional(),
});
export type Quota = z.infer<typeof quotaSchema>;

/** What a firm that was granted something has to keep up afterwards, until a day so many years after the decision. */
export const obligationSchema = z.strictObject({
  /** what is asked, in words that finish "the firm …" */
  zh: z.string().min(1).max(80),
  en: z.string().min(1).max(160),
  years: z.number().int().min(1).max(20),
  /** the figure that has to be kept, and how much of what it was at the decision; percent */
  keeps: z
    .strictObject({ fact: z.string().regex(/^[a-z][A-Za-z0-9]*$/), percent: z.number().min(1).max(100) })
    .optional(),
  /** how much of what was paid is asked back where it isn't kept up; percent, 0 nothing */
  clawbackPercent: z.number().min(0).max(100),
});
export type ObligationRule = z.infer<typeof obligationSchema>;

/** What an item may say of claims on it, beside its yearly window. */
export const claimTerms = {
  /** when claims for a year open, apart from the year; absent: with the year in which they close */
  claimFrom: claimDay.optional(),
  /** the last day of claims for a year; absent: the last of the year in which they open */
  claimTo: claimDay.optional(),
  /** the year that a single round between two dates rewards; absent: the year in which it opens */
  rewardedYear: z.number().int().min(2000).max(2100).optional(),
  quota: quotaSchema.optional(),
  conditionsAfter: z.array(obligationSchema).min(1).max(10).optional(),
  /** who is paid where it isn't the firm that applies, in words that finish "paid to …" */
  beneficiary: z.strictObject({ zh: z.string().min(1).max(30), en: z.string().min(1).max(60) }).optional(),
};
