import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Deps } from "~/platform/context.server";
import { configsOf, countStates } from "../adapters/workflow.repository.server";
import { diagramOf } from "../domain/diagram";
import { machineVersion } from "../domain/machine";
import { shapeName, shapesOf } from "../domain/verify/catalogue-shapes";
import { machineOf } from "./advance-case.server";
import { readConfig } from "~/features/policies/domain/stored-item";

/** Every workflow the catalogue uses or a case runs on, with its diagram and the count of cases in each state. */
export async function readWorkflows(deps: Pick<Deps, "tx" | "catalogue">) {
  const counts = await countStates(deps.tx);
  const versions = new Map(
    (await configsOf(deps.tx, [...new Set(counts.map(({ itemVersionId }) => itemVersionId))])).map((row) => [
      row.id,
      row,
    ]),
  );
  const shapes = shapesOf(
    deps.catalogue.items.map(({ item, redemption }) => ({ itemId: item.id, config: redemption })),
  );
  const byShape = new Map<string, Record<string, number>>();
  for (const { itemVersionId, state, count } of counts) {
    const version = versions.get(itemVersionId);
    if (!version) continue;
    const name = shapeName(readConfig(version.redemption));
    const own = byShape.get(name) ?? {};
    own[state] = (own[state] ?? 0) + count;
    byShape.set(name, own);
  }
  return {
    older: counts.filter((each) => each.machineVersion !== machineVersion).reduce((sum, { count }) => sum + count, 0),
    workflows: shapes.map(({ name, config, itemIds }) => ({
      name,
      items: itemIds.length,
      diagram: diagramOf(config),
      counts: byShape.get(name) ?? {},
      hash: machineOf(config).machineHash.slice(0, 12),
      version: machineVersion,
      workflow: config.workflow ?? "reviewed",
      parts: partsOf(config),
    })),
  };
}

/** What a workflow has besides the common steps, with how many of it. */
function partsOf(config: RedemptionConfig): { part: string; count: number }[] {
  const parts: [count: number, part: string][] = [
    [Number(config.countyPreReview), "county"],
    [config.experts ?? 0, "experts"],
    [Number(config.siteVisit === true), "visit"],
    [config.coDepartmentIds.length, "others"],
    [Number(Boolean(config.batch)), "batch"],
    [Number(config.publicityWorkingDays > 0), "publicity"],
  ];
  const own = parts.flatMap(([count, part]) => (count > 0 ? [{ part, count }] : []));
  return own.length > 0 ? own : [{ part: "plain", count: 0 }];
}
