import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { UserActor } from "~/access/actor";
import { countOthers, dropFilter, findFilters, putFilter } from "../adapters/saved-filter.repository.server";

type Own = Pick<Deps, "tx" | "clock"> & { actor: UserActor };

const most = 20;

/** A person's saved filters of one list, in the order of their names. */
export function savedFilters(tx: Tx, userId: string, page: string) {
  return findFilters(tx, { userId, page }, most);
}

/**
 * Keeps a choice of filters under a name; the same name replaces the older choice.
 * @throws Refusal `identity.filter-name` (422) without a name, `identity.filters-full` (422) above 20 a list
 */
export async function saveFilter(
  { tx, clock, actor }: Own,
  { page, name, query }: { page: string; name: string; query: string },
): Promise<void> {
  if (name === "") throw new Refusal("identity.filter-name", 422);
  const key = { userId: actor.userId, page, name };
  if ((await countOthers(tx, key)) >= most) throw new Refusal("identity.filters-full", 422, { most });
  await putFilter(tx, key, query, clock.now());
}

/** Forgets one of the person's own saved filters. */
export async function removeFilter({ tx, actor }: Own, id: string): Promise<void> {
  await dropFilter(tx, { id, userId: actor.userId });
}
