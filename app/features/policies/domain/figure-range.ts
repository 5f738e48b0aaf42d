import type { FactValue } from "~/features/policies/domain/fact-definition";

/** An end of a range of figures; `inclusive`: the bound itself suffices. */
export type Bound = { value: number; inclusive: boolean };

/** Figures that suffice, in the unit of their fact; an end is null where there is none. */
export type FigureRange = { least: Bound | null; most: Bound | null };

/**
 * The range round a figure that suffices. `sufficient` and `all` are representatives (bounds of the policy and the figures
 * next to them), `named` the bounds that the policy itself names: an end which it does not name lies just beyond one.
 */
export function rangeAround(
  figure: number,
  sufficient: readonly FactValue[],
  all: readonly FactValue[],
  named: ReadonlySet<FactValue>,
): FigureRange {
  const figures = [...new Set(all.filter((value) => typeof value === "number"))].sort((left, right) => left - right);
  const place = figures.indexOf(figure);
  const suffices = new Set(sufficient);
  const below = figures.findLastIndex((value, index) => index < place && !suffices.has(value));
  const above = figures.findIndex((value, index) => index > place && !suffices.has(value));
  return {
    least: below < 0 ? null : boundOf(figures[below + 1], figures[below], named),
    most: above < 0 ? null : boundOf(figures[above - 1], figures[above], named),
  };
}

function boundOf(inside: number | undefined, outside: number | undefined, named: ReadonlySet<FactValue>): Bound | null {
  if (inside !== undefined && named.has(inside)) return { value: inside, inclusive: true };
  return outside === undefined ? null : { value: outside, inclusive: false };
}
