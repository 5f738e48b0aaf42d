import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { MessageSide } from "../domain/message-side";

/** A submitted case of this one firm. */
export function caseOfFirm(id: string, enterpriseId: string): Prisma.ApplicationWhereInput {
  return { id, enterpriseId, state: { not: "draft" } };
}

/** A case that is or was at this one office. */
export function caseOfOffice(
  id: string,
  office: { departmentId: string; regionCode: string },
): Prisma.ApplicationWhereInput {
  return { id, tasks: { some: office } };
}

/** The case a message is about, with the offices that have it, else the one that had it last. */
export async function findTalk(tx: Tx, where: Prisma.ApplicationWhereInput) {
  const row = await tx.application.findFirst({
    where,
    select: {
      id: true,
      enterpriseId: true,
      enterprise: { select: { name: true } },
      item: { select: { title: true, titleEn: true } },
      recusals: { select: { userId: true } },
      tasks: {
        orderBy: [{ closedAt: "desc" }, { id: "desc" }],
        select: { departmentId: true, regionCode: true, closedAt: true },
      },
    },
  });
  if (!row) return null;
  const open = row.tasks.filter((task) => task.closedAt === null);
  const offices = open.length > 0 ? open : row.tasks.slice(0, 1);
  const named = new Map(
    offices.map(({ departmentId, regionCode }) => [`${departmentId}@${regionCode}`, { departmentId, regionCode }]),
  );
  return {
    id: row.id,
    enterpriseId: row.enterpriseId,
    firm: row.enterprise.name,
    item: row.item.title,
    recusals: row.recusals,
    offices: [...named.values()],
  };
}

/** Writes a message; null when one was sent with this key before. */
export async function addMessage(tx: Tx, data: Prisma.ApplicationMessageUncheckedCreateInput): Promise<string | null> {
  const [made] = await tx.applicationMessage.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: { id: true },
  });
  return made?.id ?? null;
}

export function findMessages(tx: Tx, where: Prisma.ApplicationWhereInput) {
  return tx.applicationMessage.findMany({
    where: { application: where },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      side: true,
      text: true,
      at: true,
      authorId: true,
      departmentId: true,
      seenAt: true,
      application: { select: { tasks: { select: { departmentId: true, regionCode: true } } } },
    },
  });
}

/** Notes that a side has opened what the other side wrote. */
export async function markRead(
  tx: Tx,
  where: Prisma.ApplicationWhereInput,
  reader: MessageSide,
  at: Date,
): Promise<void> {
  await tx.applicationMessage.updateMany({
    where: { application: where, side: { not: reader }, seenAt: null },
    data: { seenAt: at },
  });
}

/** How many messages of departments a firm has not opened, by case. */
export async function unseenByFirm(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.applicationMessage.groupBy({
    by: ["applicationId"],
    where: { applicationId: { in: [...ids] }, side: "department", seenAt: null },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.applicationId, row._count._all]));
}
