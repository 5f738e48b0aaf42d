import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Whose account it is: the firm's own, or that of the beneficiary of one application. */
export type AccountOwner = { enterpriseId: string; forApplicationId: string | null };

/** Whose account an application is paid to. */
export async function payeeOf(tx: Tx, id: string, enterpriseId: string): Promise<AccountOwner> {
  const row = await tx.application.findFirst({
    where: { id, enterpriseId },
    select: { itemVersion: { select: { content: true } } },
  });
  const item = row?.itemVersion.content as PolicyItem | undefined;
  return { enterpriseId, forApplicationId: item?.beneficiary ? id : null };
}

/** The account in use; null where none is given. */
export function currentAccount(tx: Tx, { enterpriseId, forApplicationId }: AccountOwner) {
  return tx.bankAccount.findFirst({
    where: { enterpriseId, forApplicationId, retiredAt: null },
    select: { id: true, holder: true, bankName: true, lastFour: true },
  });
}

/** Retires the account in use and puts a new one in its place. */
export async function replaceAccount(tx: Tx, data: Prisma.BankAccountUncheckedCreateInput): Promise<string> {
  await tx.bankAccount.updateMany({
    where: { enterpriseId: data.enterpriseId, forApplicationId: data.forApplicationId ?? null, retiredAt: null },
    data: { retiredAt: data.createdAt },
  });
  const { id } = await tx.bankAccount.create({ data, select: { id: true } });
  return id;
}

/** The account a firm's own application is paid to. */
export async function setAccount(tx: Tx, id: string, enterpriseId: string, bankAccountId: string): Promise<void> {
  await tx.application.updateMany({ where: { id, enterpriseId }, data: { bankAccountId, version: { increment: 1 } } });
}
