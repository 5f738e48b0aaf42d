import type { Entry, FactDefinition, FactValue, ListField } from "./fact-definition";

/** Most entries that a list takes. */
export const mostEntries = 500;

/** The entries of a list; null where a value is none. */
export function entriesOf(value: unknown): readonly Entry[] | null {
  return Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null)
    ? (value as readonly Entry[])
    : null;
}

/** A field of a list read as a fact of its own, so that whatever reads facts reads entries. */
export function fieldAsFact(field: ListField, list: FactDefinition): FactDefinition {
  const { zh, en } = field;
  return { ...list, ...field, fields: undefined, question: zh, help: zh, questionEn: en, helpEn: en, ordered: false };
}

const perList = new WeakMap<FactDefinition, ReadonlyMap<string, FactDefinition>>();

/** The fields of a list as facts, by name; none for what is no list. */
export function fieldsAsFacts(list: FactDefinition | undefined): ReadonlyMap<string, FactDefinition> {
  if (!list) return new Map();
  const known =
    perList.get(list) ?? new Map((list.fields ?? []).map((field) => [field.name, fieldAsFact(field, list)]));
  perList.set(list, known);
  return known;
}

/** An entry as one line of text: its fields in their order, with 「；」 between them. */
export function entryText(entry: Entry, fields: readonly ListField[]): string {
  return fields.map(({ name }) => String(entry[name] ?? "").replaceAll(/[；;\n]/g, "，")).join("；");
}

/** A list as text, one entry a line, as it stands in a form. */
export function listText(value: FactValue, fields: readonly ListField[]): string {
  return (entriesOf(value) ?? []).map((entry) => entryText(entry, fields)).join("\n");
}

/** Lines of typed entries cut into fields; empty lines are none. */
export function listCells(typed: string): string[][] {
  return typed
    .split(/\r?\n/)
    .filter((line) => line.replaceAll(/[；;\s]/g, "") !== "")
    .map((line) => line.split(/[；;\t]/).map((cell) => cell.trim()));
}
