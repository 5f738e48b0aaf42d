import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { AppContext, Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { perform } from "~/platform/transact.server";
import { hashPassword } from "../adapters/password.server";
import { endSessionsOf } from "../adapters/session.repository.server";
import { changeUser, changeUserAt } from "../adapters/user.repository.server";
import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import type { Office } from "../identity.schema";
import { notifyWatchers } from "./notify-watchers.server";
import { officeProblem } from "./office-problem.server";
import { readOfficial } from "./read-officials.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
type Administrator = Deps & { actor: UserActor };
/** Somebody who leaves an office. */
type Leaver = { id: string; displayName: string; departmentId: string | null; regionCode: string | null };
/** With what takes the work out of a leaver's hands: to the successor, or back to all of the office. */
export type Handing = Administrator & {
  handOver(deps: Deps, leaver: Leaver, successorId: string | null): Promise<unknown>;
};

/** Nobody administers the own account. @throws Refusal `identity.own-account` (403) */
function refuseOwn(actor: UserActor, id: string): void {
  if (actor.userId === id) throw new Refusal("identity.own-account", 403);
}

/** Gives an official another office and other roles, effective at once. @returns what stands against it, or null */
export async function changeOffice(
  deps: Handing,
  id: string,
  version: number,
  office: Office,
): Promise<{ field: string; problem: string } | null> {
  refuseOwn(deps.actor, id);
  const problem = officeProblem(deps.catalogue, office);
  if (problem) return problem;
  const { displayName, roles, departmentId, regionCode } = await readOfficial(deps.tx, id);
  if (!(await changeUserAt(deps.tx, { id, version }, office))) throw new Refusal("identity.changed-meanwhile");
  await recordAudit(deps, {
    action: "user.office-changed",
    subject: { type: "user", id },
    before: { roles, departmentId, regionCode },
    after: office,
  });
  if (departmentId !== office.departmentId || regionCode !== office.regionCode || lostRole(roles, office.roles))
    await deps.handOver(deps, { id, displayName, departmentId, regionCode }, null);
  return null;
}

function lostRole(before: readonly StaffRole[], after: readonly StaffRole[]): boolean {
  return before.some((role) => !after.includes(role));
}

/**
 * Disables an official's account, ends its sessions and hands over the work, or enables it again (which also unlocks it).
 * @param successorId who has the work from now on; null: everybody of the office
 * @throws Refusal `redemption.no-colleague` (422)
 */
export async function setDisabled(
  deps: Handing,
  id: string,
  disabled: boolean,
  successorId: string | null = null,
): Promise<void> {
  refuseOwn(deps.actor, id);
  const official = await readOfficial(deps.tx, id);
  if (disabled) await deps.handOver(deps, official, successorId);
  const data = disabled ? { disabledAt: deps.clock.now() } : { disabledAt: null, lockedUntil: null, failedLogins: 0 };
  await changeUser(deps.tx, id, data);
  if (disabled) await endSessionsOf(deps.tx, id);
  await recordAudit(deps, { action: disabled ? "user.disabled" : "user.enabled", subject: { type: "user", id } });
}

/**
 * Ends an official's password and all sessions at once, and has a link mailed to the official by which a new one is set. Who
 * resets never learns a password; the official, the auditors and the other administrators are told.
 * @throws Refusal `identity.own-account` (403), `identity.no-mail` (409)
 */
export async function resetPassword(process: Process, actor: UserActor, id: string): Promise<void> {
  refuseOwn(actor, id);
  const passwordHash = await hashPassword(process.random.token(32));
  await perform(process, actor, async (deps) => {
    const { email, loginName } = await readOfficial(deps.tx, id);
    if (!email) throw new Refusal("identity.no-mail");
    await changeUser(deps.tx, id, { passwordHash, failedLogins: 0, lockedUntil: null });
    await endSessionsOf(deps.tx, id);
    await recordAudit(deps, { action: "password.reset", subject: { type: "user", id } });
    await enqueue(deps, { topic: "password-link", payload: { userId: id } });
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId: id },
        kind: "passwordReset",
        params: { by: actor.displayName },
        href: "/account",
        dedupKey: `reset:${deps.clock.now().toISOString()}`,
      },
    });
    await notifyWatchers({ ...deps, actor }, "officialReset", { id, loginName });
  });
}
