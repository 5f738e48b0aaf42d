import { recordAudit } from "~/features/treasury/audited.server";
import { financeOfficers } from "~/features/identity/use-cases/colleagues.server";
import { askAboutRecovery } from "~/features/redemption/use-cases/notify-lead-office.server";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { enqueueAll } from "~/platform/outbox.server";
import {
  addClearing,
  findNamedPayments,
  findUnbooked,
  hasBooking,
  type LineRow,
} from "../adapters/line.repository.server";
import { netOf } from "~/features/funds/domain/payment";
import { findRecoveries } from "../adapters/recovery-list.repository.server";
import { paymentIdOf } from "~/features/funds/domain/payment-reference";
import type { LineStatus, Side } from "../domain/bank/bank-message";
import { meaningsOf, moneyOfLine, needsSecond, type Meaning } from "../domain/line-clearing";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

export type ClearingProposal = {
  lineId: string;
  meaning: Meaning;
  /** number of the bank's answer or of another paper */
  number: string;
  reason: string;
  /** number of the case, or the reference of the payment or the recovery; empty where there is none */
  about: string;
};

/** The field that won't do, with the key of its words. */
type ClearingFault = { field: string; problem: string };

/**
 * Says what a line of the bank was that the platform couldn't book. Where money was booked another officer of the treasury
 * has to confirm it; a remark stands at once.
 * @returns what is wrong with a field, or null
 * @throws Refusal `request.not-found` (404), `funds.order-state` (409) where somebody has said it already
 */
export async function proposeClearing(deps: FinanceDeps, proposal: ClearingProposal): Promise<ClearingFault | null> {
  const line = await openLine(deps, proposal.lineId);
  const money = moneyOf(line);
  if (!meaningsOf(money).includes(proposal.meaning)) return { field: "meaning", problem: "problem.choose" };
  const target = await targetOf(deps, proposal);
  if ("problem" in target) return target;
  const { paymentId } = target;
  if (proposal.meaning !== "payment" || !money || !paymentId) {
    await write(deps, proposal, target, line);
    return null;
  }
  if (await hasBooking(deps.tx, { paymentId, side: money.side, lineId: line.id }))
    return { field: "about", problem: "funds:bank.clearing.booked" };
  await write(deps, proposal, target, line);
  if (money.side === "credit") await askAboutPart(deps, paymentId, money.fen, line.id);
  return null;
}

/** A line of the own treasury that waits. */
async function openLine(deps: FinanceDeps, lineId: string): Promise<LineRow> {
  const line = isUuid(lineId) ? await findUnbooked(deps.tx, lineId, treasuryRegion(deps.actor)) : null;
  if (!line) throw new Refusal("request.not-found", 404);
  if (line.clearings.some(({ status }) => status === "proposed" || status === "released"))
    throw new Refusal("funds.order-state");
  return line;
}

async function write(
  deps: FinanceDeps,
  { meaning, number, reason }: ClearingProposal,
  target: Target,
  line: LineRow,
): Promise<void> {
  const id = deps.random.uuid();
  const by = { createdById: deps.actor.userId, createdAt: deps.clock.now() };
  const isDone = !needsSecond(meaning);
  await addClearing(deps.tx, {
    id,
    lineId: line.id,
    regionCode: treasuryRegion(deps.actor),
    meaning,
    number,
    reason,
    ...target,
    ...by,
    ...(isDone ? { status: "released", decidedById: by.createdById, decidedAt: by.createdAt } : {}),
  });
  await recordAudit(deps, {
    action: "bank-line.explained",
    subject: { type: "bankLine", id: line.id },
    after: { meaning, number, reason, ...target },
  });
  if (!isDone) await tellOthers(deps, id, line);
}

/** A part of what was paid came back: whether it is asked back the lead department decides, before this can be confirmed. */
async function askAboutPart(deps: FinanceDeps, id: string, fen: Fen, lineId: string): Promise<void> {
  const [payment] = await findNamedPayments(deps.tx, treasuryRegion(deps.actor), { id });
  if (payment?.status === "paid" && fen < netOf(payment))
    await askAboutRecovery(deps, { applicationId: payment.applicationId, fen, key: `line:${lineId}` });
}

/** What a line moves at the bank. */
export function moneyOf({ status, side, amountFen }: Pick<LineRow, "status" | "side" | "amountFen">) {
  return moneyOfLine({ status: status as LineStatus, side: side as Side | null, amountFen });
}

type Target = { paymentId: string | null; recoveryId: string | null };

async function targetOf(deps: FinanceDeps, { meaning, about }: ClearingProposal): Promise<Target | ClearingFault> {
  const regionCode = treasuryRegion(deps.actor);
  const typed = about.normalize("NFKC").trim();
  const none = { paymentId: null, recoveryId: null };
  if (typed === "")
    return meaning === "other" || meaning === "remark" ? none : { field: "about", problem: "problem.required" };
  if (meaning === "repayment") {
    const id = paymentIdOf(typed);
    const open = await findRecoveries(
      deps.tx,
      { regionCode, state: "open", ...(id ? { id } : { q: typed }) },
      { take: 50 },
    );
    return onlyOne(
      open.filter((row) => row.id === id || row.number?.toUpperCase() === typed.toUpperCase()),
      (recoveryId) => ({
        ...none,
        recoveryId,
      }),
    );
  }
  const id = paymentIdOf(typed);
  const named = await findNamedPayments(deps.tx, regionCode, id ? { id } : { number: typed });
  return onlyOne(named, (paymentId) => ({ ...none, paymentId }));
}

function onlyOne(found: readonly { id: string }[], target: (id: string) => Target): Target | ClearingFault {
  const [first, second] = found;
  if (!first) return { field: "about", problem: "funds:bank.clearing.aboutUnknown" };
  return second ? { field: "about", problem: "funds:bank.clearing.aboutSeveral" } : target(first.id);
}

/** Tells those who can confirm it: every other finance officer of the treasury. */
async function tellOthers(deps: FinanceDeps, id: string, line: LineRow): Promise<void> {
  const officers = await financeOfficers(deps.tx, treasuryRegion(deps.actor));
  const params = { name: line.file.messageId, person: deps.actor.displayName };
  const about = { params, href: `/finance/lines/${line.id}`, dedupKey: `clearing:${id}` };
  await enqueueAll(
    deps,
    officers
      .filter((userId) => userId !== deps.actor.userId)
      .map((userId) => ({ topic: "notice", payload: { to: { userId }, kind: "lineExplained", ...about } })),
  );
}
