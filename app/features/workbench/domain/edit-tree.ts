import type { Condition } from "~/features/policies/domain/condition-schema";

/** Where a condition stands: keys from the root, as `["all", 1, "not"]`. */
export type TreePath = readonly (string | number)[];

export type GroupKind = "all" | "any";

/** The children of a group; null for a comparison or a negation. */
export function childrenOf(node: Condition): { kind: GroupKind; children: readonly Condition[] } | null {
  if ("all" in node) return { kind: "all", children: node.all };
  if ("any" in node) return { kind: "any", children: node.any };
  return null;
}

/** The same tree with another condition at a place. @throws RangeError where there is no such place */
export function replaceAt(root: Condition, path: TreePath, change: (node: Condition) => Condition): Condition {
  const [key, index, ...rest] = path;
  if (key === undefined) return change(root);
  if (key === "not" && "not" in root) return { not: replaceAt(root.not, path.slice(1), change) };
  const group = childrenOf(root);
  if (!group || group.kind !== key || typeof index !== "number" || !group.children[index])
    throw new RangeError(`no condition at ${path.join("/")}`);
  return groupOf(
    group.kind,
    group.children.map((child, at) => (at === index ? replaceAt(child, rest, change) : child)),
  );
}

export function groupOf(kind: GroupKind, children: readonly Condition[]): Condition {
  return kind === "all" ? { all: [...children] } : { any: [...children] };
}

/** Adds a condition at the end of the group at a place. */
export function addAt(root: Condition, path: TreePath, added: Condition): Condition {
  return replaceAt(root, path, (node) => {
    const group = childrenOf(node);
    return group ? groupOf(group.kind, [...group.children, added]) : groupOf("all", [node, added]);
  });
}

/** Takes a condition out of its group; the last one of a group stays, since an empty group would hold for everybody. */
export function removeAt(root: Condition, path: TreePath): Condition {
  const { parent, index } = placeIn(path);
  return replaceAt(root, parent, (node) => {
    const group = childrenOf(node);
    return group && group.children.length > 1
      ? groupOf(
          group.kind,
          group.children.filter((_, at) => at !== index),
        )
      : node;
  });
}

/** Moves a condition up (-1) or down (1) in its group. */
export function moveAt(root: Condition, path: TreePath, by: -1 | 1): Condition {
  const { parent, index } = placeIn(path);
  return replaceAt(root, parent, (node) => {
    const group = childrenOf(node);
    const other = index + by;
    const [moved, neighbour] = [group?.children[index], group?.children[other]];
    if (!group || !moved || !neighbour) return node;
    return groupOf(
      group.kind,
      group.children.map((child, at) => (at === index ? neighbour : at === other ? moved : child)),
    );
  });
}

/** The place of the group a condition stands in, and its number there; a `not` around it belongs to it. */
function placeIn(path: TreePath): { parent: TreePath; index: number } {
  const last = path.findLastIndex((key) => typeof key === "number");
  return { parent: path.slice(0, Math.max(0, last - 1)), index: Number(path[last] ?? -1) };
}

/** Puts a condition into a group of its own. */
export function wrapAt(root: Condition, path: TreePath, kind: GroupKind): Condition {
  return replaceAt(root, path, (node) => groupOf(kind, [node]));
}

/** Dissolves a group into the one above it; its conditions take its place. The root stays. */
export function unwrapAt(root: Condition, path: TreePath): Condition {
  const { parent, index } = placeIn(path);
  if (index < 0) return root;
  return replaceAt(root, parent, (node) => {
    const group = childrenOf(node);
    if (!group) return node;
    return groupOf(
      group.kind,
      group.children.flatMap((child, at) => (at === index ? (childrenOf(child)?.children ?? [child]) : [child])),
    );
  });
}

/** Turns a condition into its negation, or back. */
export function negateAt(root: Condition, path: TreePath): Condition {
  return replaceAt(root, path, (node) => ("not" in node ? node.not : { not: node }));
}

/** Turns `all` into `any` and back. */
export function switchAt(root: Condition, path: TreePath): Condition {
  return replaceAt(root, path, (node) => {
    const group = childrenOf(node);
    return group ? groupOf(group.kind === "all" ? "any" : "all", group.children) : node;
  });
}
