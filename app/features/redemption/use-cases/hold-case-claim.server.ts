import { holdClaim, readClaim, type ClaimOf, type CheckedClaim } from "./hold-claim.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { sayYuan, type Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { placeOf } from "~/features/claims/domain/claims";
import { claimColumns } from "../adapters/submission.repository.server";
import type { Submission } from "../domain/submission";
import { sumNow } from "../domain/sum-now";

type Reading = Pick<Deps, "tx" | "catalogue">;
export type CaseOfClaim = { id: string; enterpriseId: string; item: PolicyItem; year: number };

/**
 * Holds a case that is decided for the firm against everything else the firm has: see `holdClaim`. The case is locked.
 * @throws Refusal `applications.claimed` (409)
 */
export async function holdCaseClaim(deps: Reading, row: CaseOfClaim): Promise<CheckedClaim> {
  return holdClaim(deps, await claimOfCase(deps, row));
}

/**
 * Holds a case with the sum it is decided for.
 * @throws Refusal `applications.claimed`, `applications.claim-left` (409) where the firm's other cases leave less
 */
export async function holdCaseSum(deps: Reading, row: CaseOfClaim, fen: Fen): Promise<void> {
  requireLeft(await holdCaseClaim(deps, row), fen);
}

/**
 * Holds the claim of a case that is approved, on what was handed in last and the sum that the rule gives beside the
 * firm's other cases as they are.
 * @throws Refusal `applications.claimed`, `redemption.sum-outdated` (409) where the sum was worked out beside others
 */
export async function holdCurrentSum(deps: Reading, row: CaseOfClaim, last: Submission): Promise<CheckedClaim> {
  const standing = await holdCaseClaim(deps, row);
  const now = sumNow(last, row.item, standing);
  if (!now) return standing;
  const said = (each: Fen | null) => (each === null ? "—" : sayYuan(each, "zh"));
  throw new Refusal("redemption.sum-outdated", 409, { was: said(now.wasFen), now: said(now.nowFen) });
}

/** @throws Refusal `applications.claim-left` (409) where the firm's other cases leave less */
export function requireLeft({ leftFen }: Pick<CheckedClaim, "leftFen">, fen: Fen): void {
  if (leftFen !== null && fen > leftFen)
    throw new Refusal("applications.claim-left", 409, { left: sayYuan(leftFen, "zh") });
}

/** What counts against a case, for its pages and before its payment. */
export async function readCaseClaim(deps: Reading, row: CaseOfClaim): Promise<CheckedClaim> {
  return readClaim(deps, await claimOfCase(deps, row));
}

/** What counts against a case on other facts than it was handed in with. */
export async function readClaimOn(deps: Reading, row: CaseOfClaim, facts: Facts): Promise<CheckedClaim> {
  return readClaim(deps, { ...(await claimOfCase(deps, row)), facts });
}

async function claimOfCase({ tx }: Reading, { id, enterpriseId, item, year }: CaseOfClaim): Promise<ClaimOf> {
  const { submittedAt, number, facts, caseFacts, decided, rewardedYear } = await claimColumns(tx, id);
  return {
    applicationId: id,
    enterpriseId,
    item,
    year: rewardedYear ?? year,
    place: placeOf(decided ? "approved" : "underWay", { submittedAt, number }),
    facts,
    caseFacts,
  };
}
