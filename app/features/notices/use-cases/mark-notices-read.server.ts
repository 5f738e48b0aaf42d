import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { hrefOf, markRead } from "../adapters/notice.repository.server";

type Own = Pick<Deps, "tx" | "clock"> & { actor: UserActor };

/** Marks all notices of the person as read. */
export function markAllRead(deps: Own): Promise<number> {
  return markRead(deps.tx, { userId: deps.actor.userId }, deps.clock.now());
}

/**
 * Marks one notice of the person as read.
 * @returns the place it points to
 * @throws Refusal `request.not-found` (404) for somebody else's notice
 */
export async function openNotice(deps: Own, id: string): Promise<string> {
  const href = isUuid(id) ? await hrefOf(deps.tx, { id, userId: deps.actor.userId }) : null;
  if (href === null) throw new Refusal("request.not-found", 404);
  await markRead(deps.tx, { userId: deps.actor.userId, id }, deps.clock.now());
  return href;
}
