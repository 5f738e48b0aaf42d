import type { AmountResult } from "~/features/matching/domain/amount/amount";
import type { Frozen, Submission } from "~/features/redemption/domain/submission";
import { keepEstablished } from "~/features/redemption/domain/established";
import { readLastFrozen } from "~/features/redemption/use-cases/read-last-frozen.server";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { checkEligibility } from "~/features/redemption/use-cases/check-eligibility.server";
import { holdClaim } from "~/features/redemption/use-cases/hold-claim.server";
import { claimOf, type Draft } from "./read-draft.server";

/**
 * A draft as it is handed in the `seq`-th time: facts, sums received, files and account as they are now, with the figures
 * that an official set right meanwhile, and the binding check on them.
 * @throws Refusal `applications.claimed` (409), and those of the eligibility check
 */
export async function handIn(
  deps: Deps,
  draft: Draft,
  seq: number,
): Promise<{ submission: Submission; sum: AmountResult }> {
  const { row, item, account } = draft;
  const stated = { facts: draft.facts, records: JSON.parse(canonicalJson(draft.profile.records)) as Frozen["records"] };
  const { facts, records } = seq === 1 ? stated : keepEstablished(await readLastFrozen(deps.tx, row.id), stated);
  const { received, sum } = await holdClaim(deps, { ...claimOf(draft), facts });
  await checkEligibility(deps, {
    applicationId: row.id,
    itemVersionId: row.itemVersionId,
    item,
    facts,
    submission: seq,
    moment: "submit",
    amountFen: sum.fen,
  });
  const frozen = { facts, records, received, asOf: shanghaiDay(deps.clock.now()) };
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
