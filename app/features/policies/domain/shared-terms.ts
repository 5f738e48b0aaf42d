import type { PolicyItem } from "./policy-item";

/** Two items of one group that say different things of what they share; `path` is the place in the later one. */
export type Disagreement = { itemId: string; path: string; group: string; other: string };

/** Items that disagree with the first of their group: on the ceiling of a `sharedCap`, or on a `quota` that several have together. */
export function disagreements(items: readonly PolicyItem[]): Disagreement[] {
  const first = new Map<string, { id: string; terms: string }>();
  return items.flatMap((item) =>
    sharedBy(item).flatMap(({ path, group, terms }) => {
      const known = first.get(`${path} ${group}`) ?? { id: item.id, terms };
      first.set(`${path} ${group}`, known);
      return known.terms === terms ? [] : [{ itemId: item.id, path, group, other: known.id }];
    }),
  );
}

function sharedBy({ amount: { sharedCap }, quota, department, region, level }: PolicyItem) {
  const { group, count, poolYuan, per, order, proRata } = quota ?? {};
  // who is ranked or drawn is chosen together, by one office
  const office = order === "firstCome" ? [] : [department, level, region];
  return [
    ...(sharedCap ? [said("amount/sharedCap", sharedCap.group, [sharedCap.yuan, sharedCap.scope ?? "firm"])] : []),
    ...(group === undefined ? [] : [said("quota", group, [count, poolYuan, per, order, proRata, ...office])]),
  ];
}

function said(path: string, group: string, terms: readonly unknown[]) {
  return { path, group, terms: JSON.stringify(terms) };
}
