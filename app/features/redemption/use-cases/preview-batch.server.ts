import type { UserActor } from "~/features/identity/domain/actor";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Deps } from "~/platform/context.server";
import { findBatch } from "../adapters/desk.repository.server";
import type { Basis } from "../domain/list-rows";
import type { BatchAction } from "../domain/batch-review";
import { readCase, type StoredSnapshot } from "../domain/decide";
import { openActions } from "../domain/review-actions";
import { officeOf } from "./office-of.server";

/**
 * Cases of the own office as a step on all of them would find them: the sum, the binding check at submission, and whether
 * this person may take the step. Cases of other offices are left out.
 */
export async function previewBatch(
  deps: Pick<Deps, "tx"> & { actor: UserActor },
  ids: readonly string[],
  action: BatchAction,
) {
  const { actor } = deps;
  const office = officeOf(actor);
  const rows = await findBatch(deps.tx, ids, office);
  return rows.map((row) => {
    const standing = readCase(
      row.itemVersion.redemption as unknown as RedemptionConfig,
      row.snapshot as unknown as StoredSnapshot,
    );
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
      item: (row.itemVersion.content as unknown as PolicyItem).title,
      passed: row.ruleChecks[0]?.result ?? null,
      ready: open.includes(action),
      unknownBasis: row.listVerdict === "unknown" ? (row.listBasis as Basis) : null,
      samePerson: standing.context.firstReviewerId === actor.userId,
    };
  });
}
