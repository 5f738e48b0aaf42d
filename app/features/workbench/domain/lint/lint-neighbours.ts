import { groupBy } from "~/kernel/group-by";
import { canonicalJson } from "~/kernel/canonical-json";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { disagreements } from "~/features/policies/domain/shared-terms";
import type { Finding } from "./finding";

type Registry = { documentIdOf(itemId: string): string };

/** What shows only between items: twins of one document, and groups and caps that wait for one another. */
export function lintNeighbours(items: readonly PolicyItem[], registry: Registry): Finding[] {
  return [...twins(items, registry), ...englishTwins(items), ...exclusivityCycles(items), ...sharing(items)];
}

/** English titles are read without the document beside them, so that no two of the catalogue may be equal. */
function englishTwins(items: readonly PolicyItem[]): Finding[] {
  const named = items.flatMap(({ id, english }) =>
    english ? [{ id, title: english.title.toLowerCase().trim() }] : [],
  );
  return [...groupBy(named, ({ title }) => title).values()].flatMap(([first, ...others]) =>
    first
      ? others.map(({ id }): Finding => ({
          code: "englishTwins",
          itemId: id,
          path: "/english/title",
          values: { other: first.id },
        }))
      : [],
  );
}

function twins(items: readonly PolicyItem[], { documentIdOf }: Registry): Finding[] {
  const likeness = (item: PolicyItem) => [
    `${documentIdOf(item.id)} title ${item.title}`,
    `${documentIdOf(item.id)} rule ${canonicalJson({ conditions: item.conditions, amount: item.amount, multiplier: item.multiplier })}`,
  ];
  const byLikeness = groupBy(
    items.flatMap((item) => likeness(item).map((key) => ({ key, item }))),
    ({ key }) => key,
  );
  return [...byLikeness.values()].flatMap((same) => {
    const [first, ...others] = same;
    return first
      ? others.map(({ key, item }): Finding => ({
          code: "twins",
          itemId: item.id,
          path: key.includes(" title ") ? "/title" : "/conditions",
          values: { other: first.item.id },
        }))
      : [];
  });
}

/** What several items have together is said alike by all of them, and is of several. */
function sharing(items: readonly PolicyItem[]): Finding[] {
  const inGroup = items.flatMap(({ id, quota }) => (quota?.group === undefined ? [] : [{ id, group: quota.group }]));
  const alone = [...groupBy(inGroup, ({ group }) => group).values()].filter(({ length }) => length === 1).flat();
  return [
    ...alone.map(({ id, group }): Finding => ({
      code: "quotaAlone",
      itemId: id,
      path: "/quota",
      values: { group },
    })),
    ...disagreements(items).map(({ itemId, path, group, other }): Finding => ({
      code: "sharersDisagree",
      itemId,
      path: `/${path}`,
      values: { group, other },
    })),
  ];
}

/** Exclusive groups and shared caps joined by items must be a forest, else no group can be settled before another. */
function exclusivityCycles(items: readonly PolicyItem[]): Finding[] {
  const root = new Map<string, string>();
  const find = (node: string): string => {
    const above = root.get(node);
    return above === undefined ? node : find(above);
  };
  const seen = new Set<string>();
  return items.flatMap((item): Finding[] => {
    if (item.exclusiveGroup === null || item.amount.sharedCap === null) return [];
    const group = `group ${item.exclusiveGroup}`;
    const cap = `cap ${item.amount.sharedCap.group}`;
    // items of one group under one cap are one tie, not a cycle
    if (seen.has(`${group} ${cap}`)) return [];
    seen.add(`${group} ${cap}`);
    if (find(group) === find(cap))
      return [
        {
          code: "exclusivityCycle",
          itemId: item.id,
          path: "/exclusiveGroup",
          values: { group: item.exclusiveGroup, cap: item.amount.sharedCap.group },
        },
      ];
    root.set(find(group), find(cap));
    return [];
  });
}
