import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import type { CaseRow } from "../adapters/case.repository.server";
import { readCase, type StoredSnapshot } from "../domain/decide";
import { openActions, type ReviewAction } from "../domain/review-actions";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { requireOwnWork } from "./require-own-work.server";

/**
 * The steps open to an official on a locked case that waits at the own office; none where it does not.
 * @throws Refusal those of `requireOwnWork`
 */
export async function openToOfficial(deps: Deps & { actor: UserActor }, held: CaseRow): Promise<ReviewAction[]> {
  const office = officeOf(deps.actor);
  const { userId, permissions } = deps.actor;
  const stages = held.tasks
    .filter((task) => task.departmentId === office.departmentId && task.regionCode === office.regionCode)
    .map(({ stage }) => stage);
  if (stages.length === 0) return [];
  await requireOwnWork(deps, held, office, stages);
  const { can } = readCase(held.config, held.snapshot as StoredSnapshot | null);
  return openActions(stages, permissions, can, userId, office.departmentId);
}
