import { submissionCount } from "~/features/redemption/use-cases/submission-count.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { answerProblems } from "~/features/redemption/domain/correction-points";
import { readAskedPoints } from "~/features/redemption/use-cases/read-asked-points.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { handIn } from "./hand-in.server";
import { readDraft } from "./read-draft.server";
import { requireAccount } from "./submit-application.server";

export type Resubmission = {
  id: string;
  enterpriseId: string;
  /** to the whole notice */
  answer: string;
  /** to each of its points, in their order */
  answers: string[];
  idempotencyKey: string;
  expectedVersion: number;
};

/**
 * Sends a corrected application back to where the correction was asked, with the account its page shows; what was handed in
 * before stays as it was.
 * @throws Refusal `applications.points-unanswered` (422) where a point has no answer or one that is too long,
 *   `applications.no-account` (422), `applications.claimed` (409), and those of the eligibility check
 */
export async function resubmitApplication(
  deps: Deps,
  { id, enterpriseId, answer, answers, idempotencyKey, expectedVersion }: Resubmission,
): Promise<void> {
  const sent = await holdCase(deps, id, idempotencyKey);
  const draft = await readDraft(deps, id, enterpriseId);
  if (
    !sent &&
    Object.keys(answerProblems(await readAskedPoints(deps.tx, { id, enterpriseId }), answers, answer)).length > 0
  )
    throw new Refusal("applications.points-unanswered", 422);
  const account = sent ? null : requireAccount(draft);
  const corrected =
    !sent && draft.row.state === "correcting"
      ? await handIn(deps, draft, (await submissionCount(deps.tx, id)) + 1)
      : null;
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "RESUBMIT" },
    payload: { comment: answer, answers },
    idempotencyKey,
    expectedVersion,
    ...(corrected && account
      ? { set: { claimedFen: corrected.sum.fen, bankAccountId: account.id }, submission: corrected.submission }
      : {}),
  });
}
