import { recordAudit } from "~/features/identity/audited.server";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { hashPassword } from "../adapters/password.server";
import { addUser, isLoginTaken } from "../adapters/user.repository.server";
import type { UserActor } from "~/access/actor";
import type { OfficialForm } from "../identity.schema";
import { enterAddress } from "./official-address.server";
import { notifyWatchers } from "./notify-watchers.server";
import { officeProblem } from "./office-problem.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/**
 * Makes an official's account. Nobody has its password: the official is mailed a link to set it, once a security administrator
 * has confirmed the address.
 * @returns what stands against it, or null
 */
export async function createOfficial(
  process: Process,
  actor: UserActor,
  form: OfficialForm,
): Promise<{ field: string; problem: string } | null> {
  const { roles, departmentId, regionCode, loginName, displayName, email } = form;
  const problem = officeProblem(process.catalogue, form);
  if (problem) return problem;
  const passwordHash = await hashPassword(process.random.token(32));
  return perform(process, actor, async (deps) => {
    if (await isLoginTaken(deps.tx, loginName)) return { field: "loginName", problem: "problem.loginTaken" };
    const id = await addUser(deps.tx, {
      loginName,
      displayName,
      passwordHash,
      roles,
      departmentId,
      regionCode,
      createdAt: deps.clock.now(),
    });
    await recordAudit(deps, {
      action: "user.created",
      subject: { type: "user", id },
      after: { loginName, roles, departmentId, regionCode },
    });
    await enterAddress({ ...deps, actor }, { id, loginName }, email);
    await notifyWatchers({ ...deps, actor }, "officialCreated", { id, loginName });
    return null;
  });
}
