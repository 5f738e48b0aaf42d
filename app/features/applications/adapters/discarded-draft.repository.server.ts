import type { Prisma } from "~/generated/prisma/client";
import type { KeptTerm } from "~/features/work/domain/task";
import type { Tx } from "~/platform/db.server";

const kept = {
  id: true,
  enterpriseId: true,
  itemId: true,
  itemVersionId: true,
  year: true,
  rewardedYear: true,
  state: true,
  machineId: true,
  machineVersion: true,
  machineHash: true,
  caseFacts: true,
  draftSavedAt: true,
  pledgedAt: true,
  bankAccountId: true,
  createdById: true,
  createdAt: true,
  materials: {
    where: { removedAt: null },
    select: {
      id: true,
      name: true,
      fileName: true,
      fileHash: true,
      mimeType: true,
      sizeBytes: true,
      uploadedById: true,
      uploadedAt: true,
    },
  },
  deadlines: {
    where: { handledAt: null, cancelledAt: null },
    select: { id: true, kind: true, event: true, dueAt: true },
  },
} satisfies Prisma.ApplicationSelect;

/** Takes a draft away and keeps what it was; null where there is no such draft. */
export async function takeAway(
  tx: Tx,
  own: { id: string; enterpriseId: string },
  discarded: { id: string; discardedAt: Date; discardedById: string },
): Promise<{ itemId: string } | null> {
  const row = await tx.application.findFirst({ where: { ...own, state: "draft" }, select: kept });
  if (!row) return null;
  const content = JSON.parse(JSON.stringify(row)) as Prisma.InputJsonValue;
  await tx.discardedDraft.create({
    data: { ...discarded, enterpriseId: own.enterpriseId, itemId: row.itemId, content },
  });
  await tx.application.deleteMany({ where: { id: own.id, state: "draft" } });
  return { itemId: row.itemId };
}

/** What a firm threw away after `since`. */
export function findDiscarded(tx: Tx, id: string, enterpriseId: string, since: Date) {
  return tx.discardedDraft.findFirst({
    where: { id, enterpriseId, discardedAt: { gt: since } },
    select: { id: true, itemId: true, discardedAt: true, content: true },
  });
}

type Kept = Prisma.ApplicationUncheckedCreateInput & {
  materials: Prisma.MaterialUncheckedCreateWithoutApplicationInput[];
  deadlines: KeptTerm[];
};

/** Puts a draft back as it was; gives the terms that ran. */
export async function putBack(
  tx: Tx,
  discarded: { id: string; content: unknown },
): Promise<{ id: string; terms: KeptTerm[] }> {
  const { materials, deadlines, ...row } = discarded.content as Kept;
  const made = await tx.application.create({
    data: { ...row, materials: { create: materials } },
    select: { id: true },
  });
  await tx.discardedDraft.delete({ where: { id: discarded.id } });
  return { ...made, terms: deadlines };
}

/** Forgets for good what nobody wanted back. */
export async function forgetDiscarded(tx: Tx, before: Date): Promise<void> {
  await tx.discardedDraft.deleteMany({ where: { discardedAt: { lte: before } } });
}

/** Facts and materials of a firm's own earlier application of an item, for a new draft. */
export function findEarlier(tx: Tx, id: string, enterpriseId: string, itemId: string) {
  return tx.application.findFirst({
    where: { id, enterpriseId, itemId, state: { not: "draft" } },
    select: { caseFacts: true, materials: kept.materials },
  });
}

/** Gives a draft the materials of an earlier application; the files themselves are shared by content. */
export async function copyMaterials(
  tx: Tx,
  applicationId: string,
  materials: readonly Omit<Prisma.MaterialUncheckedCreateInput, "applicationId" | "id">[],
): Promise<void> {
  await tx.material.createMany({ data: materials.map((material) => ({ ...material, applicationId })) });
}
