import { amountOf, type AmountResult } from "~/features/matching/domain/amount/amount";
import { claimedSum } from "~/features/matching/domain/amount/claimed-sum";
import { nothingReceived, type Received } from "~/features/claims/domain/received";
import { groupSpanOf, onceOf } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { lockFirmClaims } from "~/features/claims/use-cases/lock-firm-claims.server";
import { receivedOf, standingOf, type ClaimPlace, type ClaimStanding } from "~/features/claims/domain/claims";
import { readClaims } from "~/features/claims/use-cases/read-claims.server";

/** A claim as it stands in an application; `place` null before it is submitted, `caseFacts` before they are stated. */
export type ClaimOf = {
  applicationId: string | null;
  enterpriseId: string;
  item: PolicyItem;
  year: number;
  place: ClaimPlace | null;
  facts: Facts;
  caseFacts: Facts | null;
};

export type CheckedClaim = ClaimStanding & {
  /** sums that count, for the computation and for its replay */
  received: Received;
  /** what the item brings beside what counts */
  sum: AmountResult;
};

/** What counts against a claim and what it may bring. Nothing is locked: for pages. */
export async function readClaim(deps: Pick<Deps, "tx" | "catalogue">, claim: ClaimOf): Promise<CheckedClaim> {
  const { item, facts, year, caseFacts, enterpriseId } = claim;
  const once = onceOf(item, deps.catalogue.registry.once);
  const group = groupSpanOf(item, once, deps.catalogue.registry.exclusiveGroups);
  const wholeFen = amountOf(item, facts, nothingReceived).fen;
  const standing = standingOf(
    { ...claim, stated: caseFacts, once, group, wholeFen },
    await readClaims(deps, enterpriseId),
  );
  const received = receivedOf(standing.before, year, standing.capped);
  return { ...standing, received, sum: claimedSum(item, facts, received, year) };
}

/**
 * Holds a claim against everything the firm was paid, was promised or asks for: of two applications at once only one
 * passes. Call it with the case's row locked, and before anything of money is.
 * @throws Refusal `applications.claimed` (409) with the reason and the cases in its way
 */
export async function holdClaim(deps: Pick<Deps, "tx" | "catalogue">, claim: ClaimOf): Promise<CheckedClaim> {
  await lockFirmClaims(deps, [claim.enterpriseId]);
  const read = await readClaim(deps, claim);
  requireOpen(read);
  return read;
}

/** @throws Refusal `applications.claimed` (409) with the reason and the cases in its way */
export function requireOpen({ bars }: Pick<ClaimStanding, "bars">): void {
  const [first] = bars;
  if (!first) return;
  const cases = bars.map(({ claim }) => `${claim.number}（${claim.title.zh}）`).join("、");
  const casesEn = bars.map(({ claim }) => `${claim.number} (${claim.title.en})`).join(", ");
  throw new Refusal("applications.claimed", 409, { why: first.reason, cases, casesEn });
}
