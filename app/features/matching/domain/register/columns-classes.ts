import type { PlainDate } from "~/kernel/plain-date";
import { emptyBitmap, type Column, type Columns } from "./columns";
import { blocksOf, codesKernel } from "./columns-leaf";
import { groupBy } from "~/kernel/group-by";
import { operatorTests } from "~/features/policies/domain/operators";
import { leavesOf, type RuleLeaf, type RuleNode } from "../evaluate/rule";

/**
 * Columns that tell apart only what some rules tell apart: of each fact's values one stands for all that fall into the same
 * class. They answer these rules as the full columns do, from a fraction of the memory; for whole catalogues over large
 * registers. Facts that no rule reads are left out.
 */
export function valueClasses(rules: readonly RuleNode[], { size, columns }: Columns, today: PlainDate): Columns {
  const leaves = groupBy(rules.flatMap(leavesOf), (entry) => entry.leaf.fact);
  const narrowed = [...columns].flatMap(([fact, column]) => {
    const own = leaves.get(fact);
    return own ? [[fact, classesOf(column, own, today, size)] as const] : [];
  });
  return { size, columns: new Map(narrowed) };
}

function classesOf(column: Column, leaves: readonly RuleLeaf[], today: PlainDate, size: number): Column {
  const tests = [...new Map(leaves.map(({ leaf }) => [JSON.stringify(leaf), leaf])).values()];
  const patternOf = (code: number) =>
    tests.map((leaf) => Number(operatorTests[leaf.operator](column.values[code - 1], leaf.value, today))).join("");
  const codes = column.values.map((_value, index) => index + 1);
  const members = [...groupBy(codes, patternOf).values()];
  const classOf = new Uint32Array(column.values.length + 1);
  members.forEach((own, index) => own.forEach((code) => (classOf[code] = index + 1)));
  const planes = Array.from({ length: 32 - Math.clz32(members.length) }, (_, bit) => {
    const plane = emptyBitmap(size);
    const kernel = codesKernel(column, (code) => ((classOf[code]! >>> bit) & 1) === 1);
    for (const [from, to] of blocksOf(0, plane.length)) kernel(from, to, plane.subarray(from, to));
    return plane;
  });
  return {
    fact: column.fact,
    values: members.map(([code = 0]) => column.values[code - 1]!),
    known: column.known,
    planes,
  };
}
