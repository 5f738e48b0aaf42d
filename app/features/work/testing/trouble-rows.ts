import type { Prisma, PrismaClient } from "~/generated/prisma/client";

/** Troubles, each with what its task says of it. */
export async function troubleRows(prisma: PrismaClient, where: Prisma.TroubleWhereInput) {
  const rows = await prisma.trouble.findMany({ where });
  const subjectId = { in: rows.map(({ id }) => id) };
  const tasks = await prisma.task.findMany({ where: { subjectType: "trouble", subjectId } });
  return rows.map((row) => ({ ...tasks.find((task) => task.subjectId === row.id), ...row }));
}
