import { recordAudit } from "~/features/identity/audited.server";
import { enqueue } from "~/platform/outbox.server";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { hashPassword, verifyPassword } from "../adapters/password.server";
import { endSessionsOf } from "../adapters/session.repository.server";
import { changeUser, findUser } from "../adapters/user.repository.server";
import type { UserActor } from "~/access/actor";
import { passwordProblem } from "../domain/login-policy";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** Sets a new password and ends the person's other sessions. @returns what stands against it, or null when it is done */
export async function changePassword(
  process: Process,
  actor: UserActor,
  input: { currentPassword: string; freshPassword: string },
): Promise<{ field: string; problem: string } | null> {
  const account = await findUser(process.prisma, actor.userId);
  if (!(await verifyPassword(account?.passwordHash ?? null, input.currentPassword)))
    return { field: "currentPassword", problem: "problem.currentPassword" };
  const weak = passwordProblem(input.freshPassword, actor.loginName);
  if (weak) return { field: "freshPassword", problem: `problem.${weak}` };
  const passwordHash = await hashPassword(input.freshPassword);
  await perform(process, actor, async (deps) => {
    await changeUser(deps.tx, actor.userId, { passwordHash });
    const sessionsEnded = await endSessionsOf(deps.tx, actor.userId, actor.sessionId);
    await recordAudit(deps, {
      action: "password.changed",
      subject: { type: "user", id: actor.userId },
      after: { sessionsEnded },
    });
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId: actor.userId },
        kind: "passwordChanged",
        params: {},
        href: "/account",
        dedupKey: `password:${deps.clock.now().toISOString()}`,
      },
    });
  });
  return null;
}
