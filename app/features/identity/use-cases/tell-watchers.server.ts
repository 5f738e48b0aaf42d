import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import type { UserActor } from "~/access/actor";

/** Tells every auditor, and the other administrators, that somebody made an official's account or reset its password. */
export async function tellWatchers(
  deps: Deps & { actor: UserActor },
  kind: "officialCreated" | "officialReset",
  official: { id: string; loginName: string },
): Promise<void> {
  const watchers = await deps.tx.user.findMany({
    where: {
      disabledAt: null,
      roles: { hasSome: ["auditor", "systemAdministrator"] },
      id: { notIn: [deps.actor.userId, official.id] },
    },
    select: { id: true, roles: true },
  });
  for (const { id, roles } of watchers)
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId: id },
        kind,
        params: { person: official.loginName, by: deps.actor.displayName },
        href: roles.includes("auditor") ? `/audit?subject=${official.id}` : `/admin/users/${official.id}`,
        dedupKey: `${kind}:${official.id}:${deps.clock.now().toISOString()}`,
      },
    });
}
