import type { AmountResult } from "~/features/matching/domain/amount";
import type { Frozen, Submission } from "~/features/redemption/domain/submission";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { checkEligibility } from "./check-eligibility.server";
import { holdClaim } from "./hold-claim.server";
import { claimOf, type Draft } from "./read-draft.server";

/**
 * A draft as it is handed in the `seq`-th time: facts, sums received, files and account as they are now, and the binding
 * check on them.
 * @throws Refusal `applications.claimed` (409), and those of the eligibility check
 */
export async function handIn(
  deps: Deps,
  draft: Draft,
  seq: number,
): Promise<{ submission: Submission; sum: AmountResult }> {
  const { row, item, facts, profile, account } = draft;
  const { received, sum } = await holdClaim(deps, claimOf(draft));
  await checkEligibility(deps, {
    applicationId: row.id,
    itemVersionId: row.itemVersionId,
    item,
    facts,
    submission: seq,
    moment: "submit",
    amountFen: sum.fen,
  });
  const frozen = { facts, records: profile.records, received, asOf: shanghaiDay(deps.clock.now()) };
  return {
    sum,
    submission: {
      seq,
      kind: seq === 1 ? "submit" : "correction",
      frozen: JSON.parse(canonicalJson(frozen)) as Frozen,
      ruleFen: sum.fen,
      materials: row.materials.map(({ id, name, fileName, fileHash, mimeType }) => ({
        id,
        name,
        fileName,
        fileHash,
        mimeType,
      })),
      account: account && { holder: account.holder, bankName: account.bankName, lastFour: account.lastFour },
      pledged: row.pledgedAt !== null,
    },
  };
}
