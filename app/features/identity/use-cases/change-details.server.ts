import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { Deps } from "~/platform/context.server";
import type { UserActor } from "~/access/actor";
import type { PersonDetails } from "../identity.schema";

const selected = { displayName: true, email: true, locale: true } as const;

/** What a person may say about the own account. */
export function readDetails(tx: Deps["tx"], userId: string) {
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: selected });
}

/**
 * Keeps name, e-mail and language of a person.
 * @returns what stands against it: an official's address can be changed, not taken away
 */
export async function changeDetails(
  deps: Deps & { actor: UserActor },
  details: PersonDetails,
): Promise<{ field: string; problem: string } | null> {
  const { userId, roles } = deps.actor;
  const before = await readDetails(deps.tx, userId);
  if (roles.length > 0 && before.email !== null && details.email === null)
    return { field: "email", problem: "problem.officialEmail" };
  await deps.tx.user.update({ where: { id: userId }, data: { ...details, version: { increment: 1 } } });
  await recordAudit(deps, { action: "user.changed", subject: { type: "user", id: userId }, before, after: details });
  return null;
}
