import type { Prisma } from "~/generated/prisma/client";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { readReceived } from "~/features/funds/use-cases/read-received.server";
import { amountOf } from "~/features/matching/domain/amount";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { checkEligibility } from "./check-eligibility.server";
import { readDraft } from "./read-draft.server";
import { requireAccount } from "./submit-application.server";

export type Resubmission = {
  id: string;
  enterpriseId: string;
  answer: string;
  idempotencyKey: string;
  expectedVersion: number;
};

/**
 * Sends a corrected application back to where the correction was asked, with its facts frozen anew and the account its page
 * shows.
 * @throws Refusal `applications.no-account` (422) and those of the eligibility check
 */
export async function resubmitApplication(
  deps: Deps,
  { id, enterpriseId, answer, idempotencyKey, expectedVersion }: Resubmission,
): Promise<void> {
  const sent = await holdCase(deps, id, idempotencyKey);
  const draft = await readDraft(deps, id, enterpriseId);
  const sum = amountOf(draft.item, draft.facts, await readReceived(deps, enterpriseId));
  if (!sent && draft.row.state === "correcting") {
    await checkEligibility(deps, {
      applicationId: id,
      itemVersionId: draft.row.itemVersionId,
      item: draft.item,
      facts: draft.facts,
      moment: "submit",
      amountFen: sum.fen,
    });
  }
  const account = sent ? null : requireAccount(draft);
  const frozen = { facts: draft.facts, records: draft.profile.records, asOf: shanghaiDay(deps.clock.now()) };
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "RESUBMIT" },
    payload: { comment: answer },
    idempotencyKey,
    expectedVersion,
    set: {
      claimedFen: sum.fen,
      profileSnapshot: JSON.parse(canonicalJson(frozen)) as Prisma.InputJsonValue,
      ...(account ? { bankAccountId: account.id } : {}),
    },
  });
}
