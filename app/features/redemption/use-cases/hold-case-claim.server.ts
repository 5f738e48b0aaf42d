import {
  holdClaim,
  readClaim,
  type ClaimOf,
  type HeldStanding,
} from "~/features/applications/use-cases/hold-claim.server";
import type { Facts, PolicyItem } from "~/features/policies/domain/policy-item";
import type { Deps } from "~/platform/context.server";
import { claimColumns } from "../adapters/case.repository.server";
import { lastFacts } from "../adapters/submission.repository.server";

type Reading = Pick<Deps, "tx" | "catalogue">;
export type CaseOfClaim = { id: string; enterpriseId: string; item: PolicyItem; year: number };

/**
 * Holds a case that is decided for the firm against everything else the firm has: see `holdClaim`. The case is locked.
 * @throws Refusal `applications.claimed` (409)
 */
export async function holdCaseClaim(deps: Reading, row: CaseOfClaim): Promise<HeldStanding> {
  return holdClaim(deps, await claimOfCase(deps, row));
}

/** What counts against a case, for its pages and before its payment. */
export async function readCaseClaim(deps: Reading, row: CaseOfClaim): Promise<HeldStanding> {
  return readClaim(deps, await claimOfCase(deps, row));
}

async function claimOfCase({ tx }: Reading, { id, enterpriseId, item, year }: CaseOfClaim): Promise<ClaimOf> {
  const { submittedAt, caseFacts, decided } = await claimColumns(tx, id);
  return {
    applicationId: id,
    enterpriseId,
    item,
    year,
    rank: decided ? "approved" : "underWay",
    submittedAt,
    facts: await lastFacts(tx, id),
    caseFacts: caseFacts as Facts,
  };
}
