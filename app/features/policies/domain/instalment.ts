import { z } from "zod";
import type { Amount } from "./amount-schema";

/**
 * A part of a sum that is paid in parts. The first comes with the decision; a later one on its day, after its condition was confirmed,
 * or both. `due` counts from the decision: so many months after it, or from the first day of the so-many-th year after its year.
 */
export const instalmentSchema = z.strictObject({
  percent: z.number().positive().max(100),
  due: z
    .union([
      z.strictObject({ months: z.number().int().min(1).max(120) }),
      z.strictObject({ year: z.number().int().min(1).max(10) }),
    ])
    .optional(),
  /** what the office has to confirm before, in words that finish "once …" */
  condition: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(120) }).optional(),
});
export type Instalment = z.infer<typeof instalmentSchema>;

/** The parts an item's sum is paid in; none where it is paid at once, as of a version published when parts had no days. */
export function instalmentsOf({ instalments }: Pick<Amount, "instalments">): readonly Instalment[] {
  const parts: readonly unknown[] = instalments ?? [];
  return parts.every((part) => typeof part === "object") ? (parts as readonly Instalment[]) : [];
}

/** What is wrong with the parts of a sum, at their places; nothing where they are right. */
export function instalmentProblems(parts: readonly Instalment[]): { place: number; reason: string }[] {
  const total = parts.reduce((sum, { percent }) => sum + Math.round(percent * 100), 0);
  return [
    ...(total === 10_000 ? [] : [{ place: 0, reason: `parts add up to ${total / 100}, not 100` }]),
    ...parts.flatMap(({ due, condition }, place) => {
      if (place === 0) return due || condition ? [{ place, reason: "the first part comes with the decision" }] : [];
      if (!due && !condition) return [{ place, reason: "a later part needs a day or a condition" }];
      return due && monthsOf(due) < monthsOf(parts[place - 1]?.due)
        ? [{ place, reason: "it is due before the part ahead" }]
        : [];
    }),
  ];
}

/** Roughly when a part is due, for their order; one without a day may stand anywhere. */
function monthsOf(due: Instalment["due"]): number {
  if (!due) return 0;
  return "months" in due ? due.months : due.year * 12;
}
