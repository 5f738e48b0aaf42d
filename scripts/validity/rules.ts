import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PolicyItem, Validity } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";

/** An item as its file says it, with its document beside it and its term read by this proof alone. */
export type Read = { item: PolicyItem; term: Term };

export type Term = { from: string | null; until: string | null; validity: Validity | null };
export type Fact = {
  name: string;
  type: string;
  min: number | null;
  max: number | null;
  values: { value: string }[] | null;
};

type Record = { code: string; item?: string; fact?: string };
export type Rules = { items: readonly Read[]; facts: ReadonlyMap<string, Fact>; records: readonly Record[] };

type File = { document: PolicyItem["document"]; items: PolicyItem[] };

/** Everything of a rules folder that this proof looks at; the demonstration zone is none of it. */
export function readFolder(folder: string): Rules {
  const places = readdirSync(folder).filter((name) => /^\d{6}$/.test(name));
  const files = places.flatMap((place) =>
    readdirSync(path.join(folder, place)).map((file) => json<File>(path.join(folder, place, file))),
  );
  const groups = readdirSync(path.join(folder, "facts")).map((file) =>
    json<{ facts: Fact[] }>(path.join(folder, "facts", file)),
  );
  return {
    items: files.flatMap(({ document, items }) =>
      items.map((item) => ({ item: { ...item, document }, term: termOf(item, document) })),
    ),
    facts: new Map(groups.flatMap(({ facts }) => facts).map((fact) => [fact.name, fact])),
    records: json<Record[]>(path.join(folder, "lint-records.json")),
  };
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

function termOf(item: PolicyItem, document: PolicyItem["document"]): Term {
  return {
    from: "validFrom" in item ? (item.validFrom ?? null) : document.validFrom,
    until: "validTo" in item ? (item.validTo ?? null) : document.validTo,
    validity: item.validity ?? document.validity ?? null,
  };
}

/** Whether a day lies outside what the text and its successors say: before it begins, after it ends, after it was replaced. */
export function isOutside({ from, until, validity }: Term, day: string): boolean {
  const change = validity?.change;
  const isOver = change !== undefined && ["replaced", "repealed", "completed"].includes(change.kind);
  if (isOver && (change.on === null || change.on <= day)) return true;
  return (from !== null && day < from) || (until !== null && day > until);
}

/** Whether nobody has said that it is in force: nothing is known, or the term that a norm gives has run out. */
export function isUnconfirmed({ validity }: Term, day: string): boolean {
  if (validity === null || validity.known === "unknown") return true;
  return validity.known === "norm" && (!validity.norm?.until || validity.norm.until < day);
}

/** The comparisons of a condition tree. */
export function leavesIn(condition: Condition): { fact: string; operator: string; value: unknown }[] {
  if ("all" in condition) return condition.all.flatMap(leavesIn);
  if ("any" in condition) return condition.any.flatMap(leavesIn);
  return "not" in condition ? leavesIn(condition.not) : [condition];
}
