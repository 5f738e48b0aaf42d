import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { hashPassword } from "../adapters/password.server";
import type { UserActor } from "../domain/actor";
import type { OfficialForm } from "../identity.schema";
import { officeProblem } from "./office-problem.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** Makes an official's account. @returns the first password, shown once and kept nowhere, or what stands against it */
export async function createOfficial(
  process: Process,
  actor: UserActor,
  form: OfficialForm,
): Promise<{ password: string } | { field: string; problem: string }> {
  const { roles, departmentId, regionCode, loginName, displayName, email } = form;
  const problem = officeProblem(process.catalogue, form);
  if (problem) return problem;
  const password = process.random.token(12);
  const passwordHash = await hashPassword(password);
  return perform(process, actor, async (deps) => {
    const taken = await deps.tx.user.findUnique({ where: { loginName }, select: { id: true } });
    if (taken) return { field: "loginName", problem: "problem.loginTaken" };
    const { id } = await deps.tx.user.create({
      data: {
        loginName,
        displayName,
        email,
        passwordHash,
        roles,
        departmentId,
        regionCode,
        createdAt: deps.clock.now(),
      },
      select: { id: true },
    });
    await recordAudit(deps, {
      action: "user.created",
      subject: { type: "user", id },
      after: { loginName, roles, departmentId, regionCode },
    });
    return { password };
  });
}
