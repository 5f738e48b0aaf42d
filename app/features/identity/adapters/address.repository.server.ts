import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Puts an address in the place of those of a person that wait. */
export async function putAddress(tx: Tx, data: Prisma.AddressProposalUncheckedCreateInput): Promise<void> {
  await tx.addressProposal.updateMany({
    where: { userId: data.userId, status: "proposed" },
    data: { status: "replaced" },
  });
  await tx.addressProposal.create({ data });
}

/** Addresses that wait, the oldest first, with their person. */
export function waitingAddresses(tx: Tx) {
  return tx.addressProposal.findMany({
    where: { status: "proposed", user: { disabledAt: null } },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      email: true,
      proposedById: true,
      proposedAt: true,
      user: { select: { loginName: true, displayName: true, departmentId: true, regionCode: true } },
    },
  });
}

/** The address of a person that waits. */
export async function waitingAddressOf(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx.addressProposal.findFirst({ where: { userId, status: "proposed" }, select: { email: true } });
  return row?.email ?? null;
}

/** An address with the one its person has. */
export function findAddress(tx: Tx, id: string) {
  return tx.addressProposal.findUnique({ where: { id }, include: { user: { select: { email: true } } } });
}

/** Decides on an address; false when that was done before. */
export async function decideOnAddress(
  tx: Tx,
  id: string,
  data: Prisma.AddressProposalUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await tx.addressProposal.updateMany({ where: { id, status: "proposed" }, data });
  return count === 1;
}
