import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { CaseRow } from "../adapters/case.repository.server";
import { isDeputy } from "~/features/work/use-cases/absences.server";
import type { Office } from "~/features/work/domain/subject";
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
  if (!(await isDeputy(deps, actor.userId, task?.assigneeId))) throw new Refusal("redemption.assigned", 403);
}
