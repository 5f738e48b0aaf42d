import { requireCode } from "~/features/enterprises/use-cases/require-code.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { holdCaseClaim } from "~/features/redemption/use-cases/hold-case-claim.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { endedOn } from "~/features/policies/domain/offer";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { confirmWith, findListed } from "../adapters/application.repository.server";
import { currentAccount, payeeOf } from "../adapters/account.repository.server";
import { putAccount } from "./save-draft.server";
import { readItem } from "~/features/policies/domain/stored-item";

type Own = { id: string; enterpriseId: string; idempotencyKey: string; expectedVersion: number };

export type TypedAccount = { holder: string; bankName: string; number: string };

/**
 * One click: the firm confirms the account in use, or one it types in, and what was found for it is paid.
 * @throws Refusal `applications.no-account` (422), `applications.claimed`, `applications.ended` (409) where it was listed
 *   after its end, `applications.code-unconfirmed`, `applications.code-refused` (409)
 */
export async function confirmBenefit(
  deps: Deps,
  { id, enterpriseId, idempotencyKey, expectedVersion }: Own,
  typed: TypedAccount | null,
  key: Buffer,
): Promise<void> {
  const sent = await holdCase(deps, id, idempotencyKey);
  const owner = await payeeOf(deps.tx, id, enterpriseId);
  const accountId =
    (await currentAccount(deps.tx, owner))?.id ?? (typed && !sent ? await putAccount(deps, owner, typed, key) : null);
  if (!accountId) throw new Refusal("applications.no-account", 422);
  if (!sent) {
    await requireCode(deps, enterpriseId);
    await requireClaim(deps, { id, enterpriseId });
    await confirmWith(deps.tx, { id, enterpriseId }, accountId);
  }
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "CONFIRMED" },
    idempotencyKey,
    expectedVersion,
  });
}

async function requireClaim(deps: Deps, own: { id: string; enterpriseId: string }): Promise<void> {
  const row = await findListed(deps.tx, own);
  if (!row?.submittedAt) return;
  const item = readItem(row.itemVersion.content);
  const ended = endedOn(item, shanghaiDay(row.submittedAt));
  if (ended) throw new Refusal("applications.ended", 409, { day: ended });
  await holdCaseClaim(deps, { ...own, item, year: row.year });
}

/** The firm does not want the money; nothing is held against it. */
export async function declineBenefit(
  deps: Deps,
  { id, enterpriseId, idempotencyKey, expectedVersion }: Own,
): Promise<void> {
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "DECLINED" },
    idempotencyKey,
    expectedVersion,
    set: { closedAt: deps.clock.now() },
  });
}
