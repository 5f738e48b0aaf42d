import { recordAudit } from "~/features/redemption/audited.server";
import { cancelPayment } from "~/features/funds/use-cases/cancel-payment.server";
import { itemName } from "~/features/policies/domain/item-name";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import type { Deps } from "~/platform/context.server";
import { accountSubject } from "~/features/work/domain/trouble";
import { closeTrouble } from "~/features/work/use-cases/open-trouble.server";
import { enqueue } from "~/platform/outbox.server";
import { lastRecovery } from "../adapters/follow-up.repository.server";
import { dropInstalments, instalmentsOfCase, moveInstalment } from "../adapters/instalment.repository.server";
import { breachOfCase } from "../adapters/obligation.repository.server";
import { stopOf, type Stop } from "../domain/instalment";
import { lockCase } from "../adapters/case.repository.server";
import { breachWords } from "./read-obligations.server";

type Halted = { id: string; enterpriseId: string; item: PolicyItem };

/**
 * Takes the payments of later parts that wait, or came back, off the list, so that the parts are open again; with a reason nothing more
 * is paid on the case and the firm is told. One in a batch is the treasury's to take out of it (`withdrawStopped`). The case is locked.
 */
export async function haltInstalments(deps: Deps, { id, enterpriseId, item }: Halted, { why }: Stop): Promise<void> {
  for (const { id: partId, status, payments } of await instalmentsOfCase(deps.tx, id)) {
    const [payment] = payments;
    if (status !== "listed" || !payment) continue;
    if (!(await cancelPayment(deps, { paymentId: payment.id, reason: why ?? "" }))) continue;
    await moveInstalment(deps.tx, partId, "listed", { status: "open" });
    await closeTrouble(deps, { kind: "case", subject: accountSubject(payment.id) });
  }
  if (why === null) return;
  const ended = await endInstalments(deps, id, why);
  if (ended === 0) return;
  await recordAudit(deps, {
    action: "instalment.stopped",
    subject: { type: "application", id },
    enterpriseId,
    after: { parts: ended, reason: why },
  });
  await notifyOfEnd(deps, { id, enterpriseId, item }, why);
}

/** Ends the parts of a case that are open, and the work on their conditions. @returns how many there were */
export async function endInstalments(deps: Deps, applicationId: string, note: string | null): Promise<number> {
  const ended = await dropInstalments(deps.tx, applicationId, { note, endedAt: deps.clock.now() });
  await closeWorkOn(deps, "condition", ended, "dropped");
  return ended.length;
}

/** Tells a firm that nothing more is paid on a case, and why. */
export function notifyOfEnd(deps: Deps, { id, enterpriseId, item }: Halted, reason: string): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId },
      kind: "instalmentEnded",
      params: { item: itemName(item), reason },
      href: `/firm/applications/${id}`,
      dedupKey: `instalment-ended:${id}:${deps.clock.now().getTime()}`,
    },
  });
}

/**
 * A payment of a later part is out of its batch, or came back: it is taken off the list where no further part of its case is paid.
 * @returns whether that is so
 */
export async function haltStopped(deps: Deps, applicationId: string): Promise<boolean> {
  const row = await lockCase(deps.tx, { id: applicationId }, "");
  const stop = row && (await readStop(deps, applicationId));
  if (!row || !stop) return false;
  await haltInstalments(deps, row, stop);
  return true;
}

/** Why no further part of a case is paid now; null where they are. */
export async function readStop({ tx }: Pick<Deps, "tx">, applicationId: string): Promise<Stop | null> {
  const breach = await breachOfCase(tx, applicationId);
  if (breach) return { why: breachWords(breach) };
  return stopOf((await lastRecovery(tx, applicationId))?.status ?? null);
}
