import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { UserActor } from "~/access/actor";

type Own = Pick<Deps, "tx" | "clock"> & { actor: UserActor };

const most = 20;

/** A person's saved filters of one list, in the order of their names. */
export function savedFilters(tx: Tx, userId: string, page: string) {
  return tx.savedFilter.findMany({
    where: { userId, page },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
    take: most,
  });
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
  const others = await tx.savedFilter.count({ where: { userId: actor.userId, page, name: { not: name } } });
  if (others >= most) throw new Refusal("identity.filters-full", 422, { most });
  await tx.savedFilter.upsert({
    where: { userId_page_name: key },
    create: { ...key, query, createdAt: clock.now() },
    update: { query },
  });
}

/** Forgets one of the person's own saved filters. */
export async function removeFilter({ tx, actor }: Own, id: string): Promise<void> {
  await tx.savedFilter.deleteMany({ where: { id, userId: actor.userId } });
}
