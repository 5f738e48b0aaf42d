import { accountSubject } from "~/features/work/domain/trouble";
import { openTrouble } from "~/features/work/use-cases/open-trouble.server";
import type { Deps } from "~/platform/context.server";
import { configOfCase } from "../adapters/case-subject.repository.server";
import { troubleOffice } from "../domain/trouble-office";

/** A payment waits for an account that only its firm can give: the lead department sees that it does. */
export async function reportMissingAccount(
  deps: Deps,
  { applicationId, paymentId }: { applicationId: string; paymentId: string },
): Promise<void> {
  const reason = "funds.no-account";
  await openTrouble(deps, {
    kind: "case",
    subject: accountSubject(paymentId),
    step: "payment-account",
    applicationId,
    office: troubleOffice(await configOfCase(deps.tx, applicationId), reason),
    reason,
  });
}
