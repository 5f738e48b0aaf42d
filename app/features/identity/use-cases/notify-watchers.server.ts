import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import type { UserActor } from "~/access/actor";
import { peopleWith } from "../adapters/user.repository.server";

/** Tells every auditor, and the other administrators, that somebody made an official's account or reset its password. */
export async function notifyWatchers(
  deps: Deps & { actor: UserActor },
  kind: "officialCreated" | "officialReset",
  official: { id: string; loginName: string },
): Promise<void> {
  const watchers = await peopleWith(deps.tx, ["auditor", "systemAdministrator"], [deps.actor.userId, official.id]);
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
