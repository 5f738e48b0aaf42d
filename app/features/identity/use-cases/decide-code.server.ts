import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";

/** Firms whose code fails the check digit and that nobody has looked at, the oldest first. */
export function codesToConfirm(tx: Deps["tx"], page: { skip: number; take: number }) {
  return tx.enterprise.findMany({
    where: { codeState: "toConfirm" },
    select: { id: true, name: true, creditCode: true, regionCode: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...page,
  });
}

export type CodeDecision = { decision: "confirm" | "refuse"; reason: string };

/**
 * Decides, on what the licence or the register says, whether a doubtful code is the firm's; its owners are told.
 * @throws Refusal `identity.code-decided` (409) where it has been decided or was never in doubt
 */
export async function decideCode(deps: Deps, enterpriseId: string, { decision, reason }: CodeDecision): Promise<void> {
  const confirmed = decision === "confirm";
  const { count } = await deps.tx.enterprise.updateMany({
    where: { id: enterpriseId, codeState: "toConfirm" },
    data: { codeState: confirmed ? "confirmed" : "refused" },
  });
  if (count !== 1) throw new Refusal("identity.code-decided");
  await recordAudit(deps, {
    action: confirmed ? "enterprise.code-confirmed" : "enterprise.code-refused",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { reason },
  });
  const owners = await deps.tx.membership.findMany({
    where: { enterpriseId, role: "owner" },
    select: { userId: true, enterprise: { select: { name: true } } },
  });
  for (const { userId, enterprise } of owners)
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId },
        kind: confirmed ? "codeConfirmed" : "codeRefused",
        params: { firm: enterprise.name, reason },
        href: "/firm/profile",
        dedupKey: `code-decided:${enterpriseId}`,
      },
    });
}

/** Tells the administrators of the platform that a code waits for their look. */
export async function tellOfDoubtfulCode(
  deps: Deps,
  firm: { enterpriseId: string; name: string; creditCode: string },
): Promise<void> {
  const administrators = await deps.tx.user.findMany({
    where: { roles: { has: "systemAdministrator" }, disabledAt: null },
    select: { id: true },
  });
  for (const { id } of administrators)
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
