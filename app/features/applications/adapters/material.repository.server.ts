import type { UserActor } from "~/access/actor";
import { casesVisibleTo } from "~/features/redemption/domain/desk-scope";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** A material the person may see: the own firm's, or one of a case that came to the own office. */
export function findMaterial(tx: Tx, id: string, actor: UserActor) {
  return tx.material.findFirst({
    where: { id, application: visibleTo(actor) },
    select: {
      fileName: true,
      mimeType: true,
      fileHash: true,
      application: { select: { id: true, enterpriseId: true } },
    },
  });
}

function visibleTo(actor: UserActor): Prisma.ApplicationWhereInput {
  const own: Prisma.ApplicationWhereInput[] =
    actor.enterpriseId && actor.permissions.has("read:application:own") ? [{ enterpriseId: actor.enterpriseId }] : [];
  const official = casesVisibleTo(actor);
  return { OR: [...own, ...(official ? [official] : [])] };
}
