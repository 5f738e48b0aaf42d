import { recordAudit } from "~/features/identity/audited.server";
import type { Deps } from "~/platform/context.server";
import type { UserActor } from "~/access/actor";
import { changeUser, detailsOf } from "../adapters/user.repository.server";
import type { PersonDetails } from "../identity.schema";

/** What a person may say about the own account. */
export function readDetails(tx: Deps["tx"], userId: string) {
  return detailsOf(tx, userId);
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
  await changeUser(deps.tx, userId, details);
  await recordAudit(deps, { action: "user.changed", subject: { type: "user", id: userId }, before, after: details });
  return null;
}
