import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { Deps } from "~/platform/context.server";
import type { UserActor } from "../domain/actor";
import type { PersonDetails } from "../identity.schema";

const selected = { displayName: true, email: true, locale: true } as const;

/** What a person may say about the own account. */
export function readDetails(tx: Deps["tx"], userId: string) {
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: selected });
}

/** Keeps name, e-mail and language of a person. */
export async function changeDetails(deps: Deps & { actor: UserActor }, details: PersonDetails): Promise<void> {
  const { userId } = deps.actor;
  const before = await readDetails(deps.tx, userId);
  await deps.tx.user.update({ where: { id: userId }, data: { ...details, version: { increment: 1 } } });
  await recordAudit(deps, { action: "user.changed", subject: { type: "user", id: userId }, before, after: details });
}
