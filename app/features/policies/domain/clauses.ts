import { chineseFigures } from "./chinese-figures";

/** What a part of a rule would be known by in a text: its figures (yuan, percent, counts) and its names. */
export type RuleTraces = { figures: readonly number[]; names: readonly string[] };

const ends = /[。；，;]/;

/** The clauses of a summary, as commas and stops divide it. */
export function clausesOf(text: string): string[] {
  return text
    .split(ends)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}

/** The clause of a text that a part of a rule comes from, as far as figures and names tell; null where none does. */
export function clauseOf(clauses: readonly string[], traces: RuleTraces): string | null {
  const scored = clauses.map((clause) => ({ clause, score: scoreOf(clause, traces) }));
  const best = scored.reduce<{ clause: string; score: number } | null>(
    (top, each) => (each.score > (top?.score ?? 0) ? each : top),
    null,
  );
  return best && best.score >= 3 ? best.clause : null;
}

function scoreOf(clause: string, { figures, names }: RuleTraces): number {
  const said = chineseFigures(clause).flatMap(({ values }) => values);
  const matched = figures.filter((figure) => said.includes(figure)).length;
  const named = Math.max(0, ...names.map((name) => sharedLength(name, clause)));
  // a figure alone says which clause of a sum is meant, not which condition: a threshold may be as high as a cap
  return (names.length === 0 || named >= 2 ? matched * 10 : 0) + named;
}

/** Length of the longest run of signs that a name and a clause share. */
function sharedLength(name: string, clause: string): number {
  let longest = 0;
  for (let from = 0; from < name.length; from += 1) {
    while (clause.includes(name.slice(from, from + longest + 1)) && from + longest < name.length) longest += 1;
  }
  return longest;
}
