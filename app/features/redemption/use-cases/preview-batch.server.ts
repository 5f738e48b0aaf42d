import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { findBatch } from "../adapters/desk.repository.server";
import { latestSubmission } from "../adapters/submission.repository.server";
import type { Basis } from "../domain/list-basis";
import { decidesSum, type BatchAction } from "../domain/batch-review";
import { readCase } from "../domain/decide";
import { openActions } from "../domain/review-actions";
import { sumNow } from "../domain/sum-now";
import { readCaseClaim } from "./hold-case-claim.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/**
 * Cases of the own office as a step on all of them would find them: the sum and whether it is still the one of now, the binding check at
 * submission, and whether this person may take the step. Cases of other offices are left out.
 */
export async function previewBatch(
  deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor },
  ids: readonly string[],
  action: BatchAction,
) {
  const { actor } = deps;
  const office = officeOf(actor);
  const rows = await findBatch(deps.tx, ids, office);
  const outdated = decidesSum(action) ? await outdatedOf(deps, rows) : new Set<string>();
  return rows.map((row) => {
    const standing = readCase(readConfig(row.itemVersion.redemption), readSnapshot(row.snapshot));
    const open = openActions(
      row.tasks.map(({ stage }) => stage),
      actor.permissions,
      standing.can,
      actor.userId,
      office.departmentId,
    );
    return {
      id: row.id,
      number: row.number,
      version: row.version,
      claimedFen: row.claimedFen,
      firm: row.enterprise.name,
      item: readItem(row.itemVersion.content).title,
      passed: row.ruleChecks[0]?.result ?? null,
      ready: open.includes(action) && !outdated.has(row.id),
      isOutdated: outdated.has(row.id),
      unknownBasis: row.listVerdict === "unknown" ? (row.listBasis as Basis) : null,
      samePerson: standing.context.firstReviewerId === actor.userId,
    };
  });
}

/** Cases whose sum was worked out beside other cases of their firm than count now. */
async function outdatedOf(deps: Pick<Deps, "tx" | "catalogue">, rows: Awaited<ReturnType<typeof findBatch>>) {
  const found = new Set<string>();
  for (const { id, enterpriseId, year, itemVersion } of rows) {
    const item = readItem(itemVersion.content);
    const standing = await readCaseClaim(deps, { id, enterpriseId, item, year });
    if (sumNow(await latestSubmission(deps.tx, id), item, standing)) found.add(id);
  }
  return found;
}
