import { coRegion } from "../co-region";
import type { Snapshot } from "./explore";

/** What is known of where a case stands and goes back to, with the remembered nodes by their ids alone. */
export type Standing = Pick<Snapshot, "value" | "context"> & { remembered: readonly (readonly string[])[] };

/**
 * Departments that are alike do the same in every machine, which is built for all of them by one function: two cases that
 * differ only in which of them stands where go on in the same way. Their names in the order of how each stands, so that those
 * at the same place stand alike in two such cases.
 */
export function inOrder(alike: readonly string[], standing: Standing): string[] {
  const how = new Map(alike.map((id) => [id, snapshotKey(id, standing)]));
  return alike.toSorted((a, b) => compare(how.get(a) ?? "", how.get(b) ?? ""));
}

/** How one department stands in a case, in words that don't name it. */
export function snapshotKey(id: string, { value, context, remembered }: Standing): string {
  const departments = (value as { review?: { departments?: Record<string, unknown> } }).review?.departments;
  const own = remembered.map((nodes) => nodes.flatMap((node) => node.split(`.${coRegion(id)}.`).slice(1)));
  return JSON.stringify([departments?.[coRegion(id)] ?? null, context.disagreeing.includes(id), own]);
}

/** Which name stands for which: the one at a place of `from` becomes the one at the same place of `to`. */
export function renaming(from: readonly string[], to: readonly string[]): Map<string, string> {
  return new Map(
    from.flatMap((id, index) => {
      const other = to[index] ?? id;
      return [
        [id, other],
        [coRegion(id), coRegion(other)],
      ] as const;
    }),
  );
}

/** The same under other names, in keys, texts and dotted paths; lists are sets and sorted again. */
export function renamed<T>(part: T, names: ReadonlyMap<string, string>): T {
  return rename(part, names) as T;
}

function rename(part: unknown, names: ReadonlyMap<string, string>): unknown {
  const named = (text: string) =>
    text
      .split(".")
      .map((step) => names.get(step) ?? step)
      .join(".");
  if (typeof part === "string") return named(part);
  if (Array.isArray(part)) return part.map((each) => rename(each, names)).sort();
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [named(key), rename(inner, names)]));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
