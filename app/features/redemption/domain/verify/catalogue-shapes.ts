import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";

/** One configuration with the items that use it. */
export type Shape = { name: string; config: RedemptionConfig; itemIds: string[] };

/**
 * Configurations that lead to different machines, each once: names of departments and lengths of terms don't matter,
 * what there is does.
 */
export function shapesOf(items: readonly { itemId: string; config: RedemptionConfig }[]): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const { itemId, config } of items) {
    const name = shapeName(config);
    const known = shapes.get(name);
    if (known) known.itemIds.push(itemId);
    else shapes.set(name, { name, config, itemIds: [itemId] });
  }
  return [...shapes.values()];
}

/** The parts of a workflow in words, the same for configurations that lead to the same machine but for names. */
export function shapeName(config: RedemptionConfig): string {
  const parts: [boolean, string][] = [
    [config.countyPreReview, "county"],
    [(config.experts ?? 0) > 0, `${config.experts} experts`],
    [config.siteVisit === true, "visit"],
    [config.coDepartmentIds.length > 0, `${config.coDepartmentIds.length} co-departments`],
    [Boolean(config.batch), "yearly round"],
    [config.publicityWorkingDays > 0, "publicity"],
  ];
  return [config.workflow ?? "reviewed", ...parts.flatMap(([has, word]) => (has ? [word] : []))].join(" + ");
}
