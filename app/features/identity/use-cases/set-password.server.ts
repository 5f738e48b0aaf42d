import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { transact, type Tx } from "~/platform/db.server";
import { hashPassword } from "../adapters/password.server";
import { findPasswordLink, spendPasswordLink } from "../adapters/password-link.repository.server";
import { endSessionsOf } from "../adapters/session.repository.server";
import { changeUser } from "../adapters/user.repository.server";
import { passwordProblem } from "../domain/login-policy";
import { isOpenLink } from "../domain/password-link";

type Process = Pick<AppContext, "prisma" | "clock">;

/** Whose password a link sets. @throws Refusal `identity.link-spent` (404) when it was used or is older than a day */
export async function readPasswordLink({ tx, clock }: { tx: Tx; clock: Process["clock"] }, token: string) {
  const found = await findPasswordLink(tx, token);
  if (!found || found.user.disabledAt || !isOpenLink(found, clock.now())) throw new Refusal("identity.link-spent", 404);
  const { id, loginName, displayName } = found.user;
  return { userId: id, loginName, displayName };
}

/**
 * An official sets the own password by a link, which is good once; what was signed in before ends.
 * @returns the person, or what stands against the password
 * @throws Refusal `identity.link-spent` (404)
 */
export async function setPassword(
  process: Process,
  token: string,
  password: string,
): Promise<{ userId: string } | { problem: string }> {
  const { prisma, clock } = process;
  const { userId, loginName } = await readPasswordLink({ tx: prisma, clock }, token);
  const weak = passwordProblem(password, loginName);
  if (weak) return { problem: `problem.${weak}` };
  const passwordHash = await hashPassword(password);
  return transact(prisma, async (tx) => {
    if (!(await spendPasswordLink(tx, token, clock.now()))) throw new Refusal("identity.link-spent", 404);
    await changeUser(tx, userId, { passwordHash, failedLogins: 0, lockedUntil: null });
    await endSessionsOf(tx, userId);
    await recordAudit(
      { tx, clock, actor: { kind: "system", name: "worker" } },
      { action: "password.set", subject: { type: "user", id: userId } },
    );
    return { userId };
  });
}
