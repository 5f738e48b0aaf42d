import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { confirmWith, currentAccount } from "../adapters/application.repository.server";
import { putAccount } from "./save-draft.server";

type Own = { id: string; enterpriseId: string; idempotencyKey: string; expectedVersion: number };

export type TypedAccount = { holder: string; bankName: string; number: string };

/**
 * One click: the firm confirms the account in use, or one it types in, and what was found for it is paid.
 * @throws Refusal `applications.no-account` (422)
 */
export async function confirmBenefit(
  deps: Deps,
  { id, enterpriseId, idempotencyKey, expectedVersion }: Own,
  typed: TypedAccount | null,
  key: Buffer,
): Promise<void> {
  const sent = await holdCase(deps, id, idempotencyKey);
  const accountId =
    (await currentAccount(deps.tx, enterpriseId))?.id ??
    (typed && !sent ? await putAccount(deps, enterpriseId, typed, key) : null);
  if (!accountId) throw new Refusal("applications.no-account", 422);
  if (!sent) await confirmWith(deps.tx, { id, enterpriseId }, accountId);
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "CONFIRMED" },
    idempotencyKey,
    expectedVersion,
  });
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
