import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import type { Deps } from "~/platform/context.server";

type Own = { id: string; enterpriseId: string; idempotencyKey: string; expectedVersion: number };

/** Takes a firm's own application back, as long as nothing has been decided. */
export async function withdrawApplication(
  deps: Deps,
  { id, enterpriseId, idempotencyKey, expectedVersion }: Own,
): Promise<void> {
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "WITHDRAW" },
    idempotencyKey,
    expectedVersion,
    set: { closedAt: deps.clock.now() },
  });
}
