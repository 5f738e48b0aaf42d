import { documentsOf } from "~/features/redemption/domain/case-documents";
import type { PrismaClient } from "~/generated/prisma/client";

/** Cases of the demo firm whose documents are made; each document takes a moment to draw and sign. */
const most = 3;

/**
 * Orders the documents of the cases that the demo firm applied for last, and the notice of every publicity that runs;
 * the worker issues them as
 * if they had been ordered at each move.
 */
export async function seedDocuments(prisma: PrismaClient, enterpriseId: string): Promise<void> {
  const cases = await prisma.application.findMany({
    where: { enterpriseId, transitions: { some: { event: "SUBMIT" } } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  const publicised = await prisma.application.findMany({
    where: { publicities: { some: { endedAt: null } } },
    select: { id: true },
  });
  const own = new Set(cases.map(({ id }) => id));
  const moves = await prisma.transition.findMany({
    where: { applicationId: { in: [...own, ...publicised.map(({ id }) => id)] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const orders = moves.flatMap(({ applicationId, event, fromState, toState, at, seq }) =>
    documentsOf({ event, from: fromState, to: toState })
      .filter((kind) => own.has(applicationId) || kind === "publicity")
      .map((kind) => ({
        topic: "document",
        payload: { applicationId, kind, orderKey: `${applicationId}:${kind}:${seq}`, at: at.toISOString() },
        createdAt: at,
        availableAt: at,
      })),
  );
  await prisma.outbox.createMany({ data: orders });
}
