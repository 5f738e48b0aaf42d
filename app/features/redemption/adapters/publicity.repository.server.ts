import type { Tx } from "~/platform/db.server";

export async function findPublicities(tx: Tx, page: { skip: number; take: number }) {
  const where = { endedAt: null };
  const [count, rows] = await Promise.all([
    tx.publicity.count({ where }),
    tx.publicity.findMany({
      where,
      orderBy: [{ endsOn: "asc" }, { id: "asc" }],
      ...page,
      select: {
        id: true,
        startsOn: true,
        endsOn: true,
        amountFen: true,
        applicationId: true,
        application: {
          select: { enterprise: { select: { name: true } }, item: { select: { title: true, titleEn: true } } },
        },
      },
    }),
  ]);
  return { count, rows };
}
