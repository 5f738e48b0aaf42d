import type { UserActor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isDeputyOf } from "../adapters/assignment.repository.server";
import type { CaseRow } from "../adapters/case.repository.server";
import type { Office } from "../adapters/desk.repository.server";
import { conflictOf } from "../domain/conflict";

/**
 * Whether this person may do this work: no interest in the firm, and the work is nobody else's.
 * @throws Refusal `redemption.own-firm`, `redemption.recused`, `redemption.assigned` (403)
 */
export async function requireOwnWork(
  deps: Deps & { actor: UserActor },
  row: Pick<CaseRow, "enterpriseId" | "recusals" | "tasks">,
  office: Office,
  stages: readonly string[],
): Promise<void> {
  const { actor } = deps;
  const conflict = conflictOf(actor, row.enterpriseId, row.recusals);
  if (conflict) throw new Refusal(`redemption.${conflict}`, 403);
  const task = row.tasks.find(
    (each) =>
      stages.includes(each.stage) && each.departmentId === office.departmentId && each.regionCode === office.regionCode,
  );
  const assigneeId = task?.assigneeId;
  if (!assigneeId || assigneeId === actor.userId) return;
  if (await isDeputyOf(deps.tx, actor.userId, assigneeId, shanghaiDay(deps.clock.now()))) return;
  throw new Refusal("redemption.assigned", 403);
}
