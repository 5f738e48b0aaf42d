import { confirmCode } from "~/features/enterprises/use-cases/confirm-code.server";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { ownersOf } from "../adapters/membership.repository.server";
import { peopleWith } from "../adapters/user.repository.server";

export type CodeDecision = { decision: "confirm" | "refuse"; reason: string };

/**
 * Decides, on what the licence or the register says, whether a doubtful code is the firm's; its owners are told.
 * @throws Refusal `identity.code-decided` (409) where it has been decided or was never in doubt
 */
export async function decideCode(deps: Deps, enterpriseId: string, { decision, reason }: CodeDecision): Promise<void> {
  const confirmed = decision === "confirm";
  const firm = await confirmCode(deps, enterpriseId, { confirmed, reason });
  for (const userId of await ownersOf(deps.tx, enterpriseId))
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId },
        kind: confirmed ? "codeConfirmed" : "codeRefused",
        params: { firm, reason },
        href: "/firm/profile",
        dedupKey: `code-decided:${enterpriseId}`,
      },
    });
}

/** Tells the administrators of the platform that a code waits for their look. */
export async function notifyOfDoubtfulCode(
  deps: Deps,
  firm: { enterpriseId: string; name: string; creditCode: string },
): Promise<void> {
  for (const { id } of await peopleWith(deps.tx, ["systemAdministrator"]))
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId: id },
        kind: "codeToConfirm",
        params: { firm: firm.name, code: firm.creditCode },
        href: "/admin/claims",
        dedupKey: `code:${firm.enterpriseId}`,
      },
    });
}
