import { recordAudit } from "~/features/enterprises/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { codeOf, firmsToConfirm, settleCode } from "../adapters/firm.repository.server";

/** Firms whose code fails the check digit and that nobody has looked at, the oldest first. */
export function codesToConfirm(tx: Deps["tx"], page: { skip: number; take: number }) {
  return firmsToConfirm(tx, page);
}

/**
 * Says, on what the licence or the register says, whether a doubtful code is the firm's.
 * @returns the firm's name
 * @throws Refusal `identity.code-decided` (409) where it has been decided or was never in doubt
 */
export async function confirmCode(
  deps: Deps,
  enterpriseId: string,
  { confirmed, reason }: { confirmed: boolean; reason: string },
): Promise<string> {
  if (!(await settleCode(deps.tx, enterpriseId, confirmed ? "confirmed" : "refused")))
    throw new Refusal("identity.code-decided");
  await recordAudit(deps, {
    action: confirmed ? "enterprise.code-confirmed" : "enterprise.code-refused",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { reason },
  });
  return (await codeOf(deps.tx, enterpriseId))?.name ?? "";
}
