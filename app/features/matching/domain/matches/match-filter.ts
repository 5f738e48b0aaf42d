import { z } from "zod";
import { levels, type EnglishTexts } from "~/features/policies/domain/policy-item";
import type { Verdict } from "../evaluate/kleene";
import { byNearness, type Nearness } from "../explain/nearness";

const text = z.string().max(60).optional().catch(undefined);

export const matchFilterSchema = z.object({
  verdict: z.enum(["eligible", "unknown", "ineligible"]).default("eligible").catch("eligible"),
  q: text,
  theme: text,
  department: text,
  level: z.enum(levels).optional().catch(undefined),
  kind: z.enum(["cash", "upTo", "nonCash"]).optional().catch(undefined),
  window: z.enum(["open", "always"]).optional().catch(undefined),
  sort: z.enum(["amount", "near", "closing", "level"]).default("amount").catch("amount"),
  page: z.coerce.number().int().min(1).default(1).catch(1),
});
export type MatchFilter = z.infer<typeof matchFilterSchema>;

type Filtered = {
  item: {
    title: string;
    summary: string;
    english?: EnglishTexts | undefined;
    theme: string;
    level: (typeof levels)[number];
  };
  verdict: Verdict;
  fen: bigint | null;
  nature: "cash" | "upTo" | "nonCash";
  closesOn: string | null;
  window: string;
};

/** What is asked of a match only where the filter needs it: how near it is, and the full name of its department. */
type Asked<T> = { nearness: (match: T) => Nearness; department: (match: T) => string };

/** Matches a firm asked for, in the order it asked for. */
export function filterMatches<T extends Filtered>(
  matches: readonly T[],
  filter: MatchFilter,
  { nearness, department }: Asked<T>,
): T[] {
  const wanted = matches.filter(
    (match) =>
      match.verdict === filter.verdict &&
      fits(match, filter) &&
      (filter.department === undefined || department(match) === filter.department),
  );
  if (filter.sort !== "near") return wanted.sort(orders[filter.sort]);
  return wanted
    .map((match) => ({ match, near: nearness(match) }))
    .sort((a, b) => byNearness(a.near, b.near) || orders.amount(a.match, b.match))
    .map(({ match }) => match);
}

function fits({ item, nature, window }: Filtered, { q, theme, level, kind, window: wanted }: MatchFilter): boolean {
  const { title, summary, english } = item;
  const words = [title, summary, english?.title, english?.summary].join(" ").toLowerCase();
  const asked: [string | undefined, string][] = [
    [theme, item.theme],
    [level, item.level],
    [kind, nature],
    [wanted, window],
  ];
  return (
    asked.every(([wish, own]) => wish === undefined || wish === own) &&
    (q === undefined || words.includes(q.toLowerCase()))
  );
}

const orders: Record<Exclude<MatchFilter["sort"], "near">, (a: Filtered, b: Filtered) => number> = {
  amount: (a, b) => natureRank(a) - natureRank(b) || compare(b.fen ?? -1n, a.fen ?? -1n),
  closing: (a, b) => compare(a.closesOn ?? "9999", b.closesOn ?? "9999"),
  level: (a, b) => levels.indexOf(b.item.level) - levels.indexOf(a.item.level),
};

function natureRank({ nature }: Filtered): number {
  return ["cash", "upTo", "nonCash"].indexOf(nature);
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
