import type { Industry } from "~/features/policies/domain/registries";
import { industryPath, searchIndustries } from "./industries";

type Industries = ReadonlyMap<string, Industry>;

/** Where somebody stands in the choice of an industry: `at` is the way down from the section, `active` the row pointed at. */
export type Cascade = { open: boolean; query: string; at: readonly string[]; active: string | null };

export const closedCascade: Cascade = { open: false, query: "", at: [], active: null };

/** Rows found are at most this many; more says to type on. */
export const mostFound = 50;

/** A code that names a class: letter and four digits. */
export function isIndustryClass(industries: Industries, code: string): boolean {
  return code.length === 5 && industries.has(code);
}

/** The rows right below a code; the sections for null. */
export function industriesBelow(industries: Industries, code: string | null): Industry[] {
  return [...industries.values()].filter(({ parent }) => parent === code);
}

/** The rows that arrow keys run through: what was found, or the level one stands on. */
export function rowsOf(industries: Industries, { query, at }: Cascade): Industry[] {
  return query.trim() === ""
    ? industriesBelow(industries, at.at(-1) ?? null)
    : searchIndustries(industries, query, mostFound);
}

/** Opened at the chosen class, else at the sections. */
export function openCascade(industries: Industries, chosen: string): Cascade {
  const path = isIndustryClass(industries, chosen) ? industryPath(industries, chosen).map(({ code }) => code) : [];
  const at = path.slice(0, -1);
  return { open: true, query: "", at, active: path.at(-1) ?? industriesBelow(industries, null)[0]?.code ?? null };
}

/** Opened on what fits the words. */
export function searchCascade(industries: Industries, query: string): Cascade {
  const state: Cascade = { open: true, query, at: [], active: null };
  return { ...state, active: rowsOf(industries, state)[0]?.code ?? null };
}

/** Up or down by some rows, no further than the ends. */
export function moveBy(industries: Industries, state: Cascade, by: number): Cascade {
  const rows = rowsOf(industries, state);
  const from = rows.findIndex(({ code }) => code === state.active);
  const to = Math.max(0, Math.min(rows.length - 1, from + by));
  return { ...state, active: rows[to]?.code ?? null };
}

/** One level down into `code`; a class has none. */
export function goInto(industries: Industries, state: Cascade, code: string): Cascade {
  const [first] = industriesBelow(industries, code);
  if (!first) return state;
  return { ...state, query: "", at: industryPath(industries, code).map((each) => each.code), active: first.code };
}

/** Back up to the row one came from; `levels` keeps that many of the way down. */
export function goUp(state: Cascade, levels = state.at.length - 1): Cascade {
  return levels < 0 || levels >= state.at.length
    ? state
    : { ...state, at: state.at.slice(0, levels), active: state.at[levels] ?? null };
}
