import { recordRefusal } from "~/features/audit/use-cases/record-refusal.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import { perform, type Performing } from "~/platform/transact.server";
import type { BatchAction } from "../domain/batch-review";
import { reviewCase } from "./review-case.server";

export type BatchReview = {
  action: BatchAction;
  comment: string;
  key: string;
  cases: readonly { id: string; expectedVersion: number; basisSeen?: boolean }[];
};

/**
 * Takes one step on many cases, each in its own transaction: one that is refused leaves the others as they are, and is
 * written down.
 * Sending the same key again repeats nothing.
 * @returns for each case null, or the code of the refusal with the values of its words
 */
export async function reviewBatch(
  process: Performing,
  actor: UserActor,
  batch: BatchReview,
): Promise<{ id: string; refusal: string | null; params?: Refusal["params"] }[]> {
  if (batch.key === "") throw new Refusal("request.failed", 400);
  const results = [];
  for (const { id, expectedVersion, basisSeen } of batch.cases) {
    const review = {
      id,
      action: batch.action,
      comment: wordsWithin(batch.comment, 2000),
      points: [],
      approvedFen: null,
      idempotencyKey: `${batch.key}:${id}`,
      expectedVersion,
      basisSeen,
    };
    const refusal = await refusalOf(() => perform(process, actor, (deps) => reviewCase({ ...deps, actor }, review)));
    if (refusal)
      await recordRefusal(process, actor, refusal, {
        method: "POST",
        route: "/desk/batch",
        needed: "review:application:department",
        key: id,
      });
    results.push({ id, refusal: refusal?.code ?? null, ...(refusal ? { params: refusal.params } : {}) });
  }
  return results;
}

async function refusalOf(step: () => Promise<void>): Promise<Refusal | null> {
  try {
    await step();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
