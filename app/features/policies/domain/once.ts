import { z } from "zod";
import type { PolicyItem } from "./policy-item";

const entry = z.strictObject({
  /** ever: once in a firm's life; year: once in a year; project, asEarned: whenever there is another project, person, contract, event */
  once: z.enum(["ever", "year", "project", "asEarned"]),
  /** ever: how many times at the most, 1 by default; year: in how many years at the most, any number by default */
  n: z.number().int().min(1).optional(),
  /** each step once: only a claim for more than every earlier one is another */
  step: z.boolean().optional(),
  because: z.string().min(1),
});

/** How often each item is had, reviewed by hand: `rules/once.json`. */
export const onceFileSchema = z.strictObject({ $schema: z.string(), items: z.record(z.string(), entry) });
export type Once = Omit<z.infer<typeof entry>, "because">;
export type OnceList = Readonly<Record<string, Once>>;

const decisive = /一次性|首次|新认定|当年/;

/** Whether the words of an item say that it is had once. */
export function saysOnce({ title, summary, notes }: Pick<PolicyItem, "title" | "summary" | "notes">): boolean {
  return decisive.test(`${title}${summary}${notes ?? ""}`);
}

/** How often an item is had. One that no list names: a reward, and what its words call once, once; all else once a year. */
export function onceOf(
  item: Pick<PolicyItem, "id" | "title" | "summary" | "notes" | "support">,
  listed: OnceList,
): Once {
  const known = Object.hasOwn(listed, item.id) ? listed[item.id] : undefined;
  return known ?? { once: item.support === "reward" || saysOnce(item) ? "ever" : "year" };
}
