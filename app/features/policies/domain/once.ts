import { z } from "zod";
import type { PolicyItem } from "./policy-item";

const entry = z.strictObject({
  /** ever: once in a firm's life; year: once in a year; project, asEarned: whenever there is another project, person, contract, event */
  once: z.enum(["ever", "year", "project", "asEarned"]),
  /** ever: how many times at the most, 1 by default; year: in how many years at the most, any number by default */
  n: z.number().int().min(1).optional(),
  /** the years in which `n` times are counted; left out: all */
  spanYears: z.number().int().min(1).max(50).optional(),
  /** each step once: only a claim for more than every earlier one is another */
  step: z.boolean().optional(),
  because: z.string().min(1),
});

/**
 * What two items of an exclusive group are chosen between (就高不重复). firm: one of them for good; year: one in a year; deed: one
 * for a project, contract, loan or event; level: one in a year, and none after a higher one, while a higher one of a later year
 * is another deed. A top-up (补差) pays the difference instead of being refused.
 */
const groupEntry = z.strictObject({ per: z.enum(["firm", "year", "deed", "level"]), because: z.string().min(1) });

/** How often each item is had, and what groups exclude, reviewed by hand with the words that decide: `rules/once.json`. */
export const onceFileSchema = z.strictObject({
  $schema: z.string(),
  items: z.record(z.string(), entry),
  groups: z.record(z.string(), groupEntry),
});
export type Once = Omit<z.infer<typeof entry>, "because">;
export type OnceList = Readonly<Record<string, Once>>;
export type GroupSpan = z.infer<typeof groupEntry>["per"];
export type GroupList = Readonly<Record<string, { per: GroupSpan }>>;

const usualSpan: Readonly<Record<Once["once"], GroupSpan>> = {
  ever: "level",
  year: "year",
  project: "deed",
  asEarned: "deed",
};

/** What an item's exclusive group excludes; of a group that no list names, as often as the item itself is had. */
export function groupSpanOf(
  { exclusiveGroup }: Pick<PolicyItem, "exclusiveGroup">,
  { once }: Once,
  listed: GroupList,
): GroupSpan {
  const known = exclusiveGroup !== null && Object.hasOwn(listed, exclusiveGroup) ? listed[exclusiveGroup] : undefined;
  return known?.per ?? usualSpan[once];
}

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
