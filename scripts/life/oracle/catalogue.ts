import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Day } from "./diary";

export type Leaf = { fact: string; operator: string; value: unknown };
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;
export type Cap = { group: string; yuan: number };

/** A fact, a number, or two of them with an operation between them. */
export type Figure = string | number | { [operation in "minus" | "times" | "lesser"]?: [Figure, Figure] };

export type Amount = {
  kind: string;
  yuan?: number;
  base?: Figure;
  previous?: string;
  percent?: number;
  on?: Figure;
  tiers?: { from: number; yuan: number }[];
  unit?: Figure;
  yuanPerUnit?: number;
  baseYuan?: number;
  over?: number;
  step?: number;
  yuanPerStep?: number;
  brackets?: { from: number; percent: number }[];
  counted?: Figure;
  parts?: Amount[];
  capYuan?: number | null;
  capBy?: Figure;
  /** of `each`: the list, what an entry brings, and what is paid while none is listed */
  of?: string;
  where?: Condition;
  part?: Amount;
  otherwise?: Amount;
  capLast?: true;
  sharedCap?: Cap | null;
};

export type Item = {
  id: string;
  conditions: Condition;
  amount: Amount;
  multiplier: { fact: string; values: { value: unknown; factor: number }[]; otherwise: number } | null;
  exclusiveGroup: string | null;
  topUp: boolean;
  window: { opens: string | null; closes: string | null } | null;
  validFrom: Day | null;
  validTo: Day | null;
};

export type Once = { once: "ever" | "year" | "project" | "asEarned"; n?: number; step?: boolean };
/** What the items of a group exclude: for good, in a year, for one deed, or what is no higher level. */
export type GroupSpan = "firm" | "year" | "deed" | "level";
/** A figure that an office publishes for a place. */
export type Published = { fact: string; region: string; from: Day; until: Day | null; value: number };
export type Rules = {
  items: Map<string, Item>;
  once: Map<string, Once>;
  groups: Map<string, GroupSpan>;
  published: Published[];
};

type RawDocument = {
  document: { validFrom: Day | null; validTo: Day | null };
  items: (Omit<Item, "validFrom" | "validTo"> & { validFrom?: Day | null; validTo?: Day | null })[];
};

/**
 * The items of a catalogue folder and its demonstration zone as their files say them, each with the term of its
 * document, and how often each is had.
 */
export function readRules(folder: string): Rules {
  const items = new Map<string, Item>();
  const once = new Map<string, Once>();
  const groups = new Map<string, GroupSpan>();
  for (const part of [folder, path.join(folder, "demo")]) {
    for (const place of readdirSync(part).filter((name) => /^\d{6}$/.test(name)))
      for (const file of readdirSync(path.join(part, place)))
        for (const item of itemsOf(readJson(path.join(part, place, file)) as RawDocument)) items.set(item.id, item);
    const listed = readJson(path.join(part, "once.json")) as {
      items: Record<string, Once>;
      groups: Record<string, { per: GroupSpan }>;
    };
    for (const [id, entry] of Object.entries(listed.items)) once.set(id, entry);
    for (const [group, { per }] of Object.entries(listed.groups)) groups.set(group, per);
  }
  return { items, once, groups, published: publishedIn(path.join(folder, "parameters")) };
}

function publishedIn(folder: string): Published[] {
  const facts = readdirSync(folder).flatMap(
    (file) =>
      (readJson(path.join(folder, file)) as { facts: { name: string; published: Omit<Published, "fact">[] }[] }).facts,
  );
  return facts.flatMap(({ name, published }) => published.map((entry) => ({ fact: name, ...entry })));
}

/** The items of one document. */
export function itemsOf({ document, items }: RawDocument): Item[] {
  return items.map((item) => ({
    ...item,
    validFrom: item.validFrom ?? document.validFrom,
    validTo: item.validTo ?? document.validTo,
  }));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
