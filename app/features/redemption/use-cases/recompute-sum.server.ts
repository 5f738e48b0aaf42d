import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { lockFirmClaims } from "~/features/claims/use-cases/lock-firm-claims.server";
import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockCase, moveCase, type CaseRow } from "../adapters/case.repository.server";
import { addSubmission, isHandedIn, latestSubmission } from "../adapters/submission.repository.server";
import { mayRecompute, sumNow, type SumNow } from "../domain/sum-now";
import type { Submission } from "../domain/submission";
import { readCaseClaim } from "./hold-case-claim.server";
import { openToOfficial } from "./open-to-official.server";
import { sumColumns } from "./sum-columns.server";

type Official = Deps & { actor: UserActor };

/**
 * Works out the sum of a case anew, beside the firm's other cases as they stand now: a handing-in of its own on the same facts,
 * told to the firm. Everything handed in before stays.
 * @throws Refusal `redemption.other-department` (403), `applications.version-conflict`, `redemption.sum-current` (409), and
 *   those of `requireOwnWork`
 */
export async function recomputeSum(
  deps: Official,
  { id, idempotencyKey, expectedVersion }: { id: string; idempotencyKey: string; expectedVersion: number },
): Promise<void> {
  const row = await lockCase(deps.tx, { id }, idempotencyKey);
  if (!row || !mayRecompute(await openToOfficial(deps, row))) throw new Refusal("redemption.other-department", 403);
  if (!isUuid(idempotencyKey)) throw new Refusal("request.failed", 400);
  if (await isHandedIn(deps.tx, id, idempotencyKey)) return;
  if (row.version !== expectedVersion) throw new Refusal("applications.version-conflict");
  await lockFirmClaims(deps, [row.enterpriseId]);
  const last = await latestSubmission(deps.tx, id);
  const now = sumNow(last, row.item, await readCaseClaim(deps, row));
  if (!now) throw new Refusal("redemption.sum-current");
  await handInRecomputed(deps, row, { last, now, key: idempotencyKey });
}

type Recomputed = { last: Submission; now: SumNow; key: string };

async function handInRecomputed(
  deps: Official,
  held: CaseRow,
  { last, now: { nowFen, wasFen, received }, key }: Recomputed,
) {
  const seq = last.seq + 1;
  const submission: Submission = {
    ...{ materials: last.materials, account: last.account, pledged: last.pledged },
    seq,
    kind: "recomputed",
    frozen: { ...last.frozen, received },
    ruleFen: nowFen,
  };
  const at = deps.clock.now();
  await addSubmission(deps.tx, { id: key, applicationId: held.id, at, byId: deps.actor.userId, submission });
  await moveCase(deps.tx, held.id, await sumColumns(deps, held, nowFen));
  await recordAudit(deps, {
    action: "application.sum-recomputed",
    subject: { type: "application", id: held.id },
    enterpriseId: held.enterpriseId,
    before: { ruleFen: wasFen?.toString() ?? null },
    after: { submission: seq, ruleFen: nowFen?.toString() ?? null },
    versions: { case: held.version + 1, itemVersion: held.itemVersionId },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: held.enterpriseId },
      kind: "case.sumRecomputed",
      params: { item: itemName(held.item), was: said(wasFen), now: said(nowFen) },
      href: `/firm/applications/${held.id}`,
      dedupKey: `recomputed:${held.id}:${seq}`,
    },
  });
}

function said(fen: Fen | null): string {
  return fen === null ? "—" : sayYuan(fen, "zh");
}
