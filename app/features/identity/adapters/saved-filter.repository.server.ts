import type { Tx } from "~/platform/db.server";

type Key = { userId: string; page: string; name: string };

/** A person's choices of one list, by name. */
export function findFilters(tx: Tx, { userId, page }: Omit<Key, "name">, take: number) {
  return tx.savedFilter.findMany({
    where: { userId, page },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
    take,
  });
}

/** How many choices of a list a person has beside the one of this name. */
export function countOthers(tx: Tx, { userId, page, name }: Key): Promise<number> {
  return tx.savedFilter.count({ where: { userId, page, name: { not: name } } });
}

export async function putFilter(tx: Tx, key: Key, query: string, createdAt: Date): Promise<void> {
  await tx.savedFilter.upsert({
    where: { userId_page_name: key },
    create: { ...key, query, createdAt },
    update: { query },
  });
}

export async function dropFilter(tx: Tx, where: { id: string; userId: string }): Promise<void> {
  await tx.savedFilter.deleteMany({ where });
}
