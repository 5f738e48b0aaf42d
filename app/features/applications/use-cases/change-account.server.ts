import { recordAudit } from "~/features/applications/audited.server";
import { actorId } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { seal } from "~/platform/seal.server";
import { payeeOf, replaceAccount, setAccount } from "../adapters/account.repository.server";

/** What a firm says of its account; the number in full is sealed and never shown again. */
export type AccountInput = { holder: string; bankName: string; number: string };

/** Puts another account of a firm in use, for an application that was submitted already. @returns id of the account */
export async function changeAccount(
  deps: Deps,
  {
    applicationId,
    enterpriseId,
    account,
    key,
  }: { applicationId: string; enterpriseId: string; account: AccountInput; key: Buffer },
): Promise<string> {
  const lastFour = account.number.slice(-4);
  const id = await replaceAccount(deps.tx, {
    ...(await payeeOf(deps.tx, applicationId, enterpriseId)),
    holder: account.holder,
    bankName: account.bankName,
    sealedNumber: new Uint8Array(seal(account.number, key)),
    lastFour,
    createdById: actorId(deps.actor) ?? enterpriseId,
    createdAt: deps.clock.now(),
  });
  await setAccount(deps.tx, applicationId, enterpriseId, id);
  await recordAudit(deps, {
    action: "bank-account.changed",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { lastFour, applicationId },
  });
  return id;
}
