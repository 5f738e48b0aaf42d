import { recordAudit } from "~/features/redemption/audited.server";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { listInstalment } from "~/features/funds/use-cases/create-payment.server";
import { deductOwed } from "~/features/funds/use-cases/deduct-owed.server";
import { holdOwed } from "~/features/funds/use-cases/recover-payment.server";
import { itemName } from "~/features/policies/domain/item-name";
import type { Actor } from "~/access/actor";
import { sayYuan } from "~/kernel/money";
import { shanghaiDay, yearOf, type PlainDate } from "~/kernel/plain-date";
import { workdayFrom } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { enqueue } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { lockCase, type CaseRow } from "../adapters/case.repository.server";
import {
  accountInUse,
  dueInstalments,
  findInstalment,
  isBehindUnpaid,
  moveInstalment,
  type InstalmentRow,
} from "../adapters/instalment.repository.server";
import { awaited } from "../domain/instalment";
import { financeDepartment } from "../domain/tasks";
import { readStop } from "./halt-instalments.server";
import { notifyOfMissingAccount } from "./move-money.server";

/** A round that once a day pays the later parts that have come due. */
export function payInstalmentsDaily(process: Performing & Pick<Deps, "clock">, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => payInstalments(process, worker));
}

/**
 * Lists the payments of later parts whose day has come, the earliest decision first, on days on which people work: one that falls due on
 * a day off is paid on the next (民法典第二百零三条). Each has a transaction of its own; doing it again pays nothing twice.
 */
export async function payInstalments(process: Performing & Pick<Deps, "clock">, worker: Actor): Promise<void> {
  const today = shanghaiDay(process.clock.now());
  if (workdayFrom(await readCalendar({ tx: process.prisma }), today) !== today) return;
  for (const { id } of await dueInstalments(process.prisma, today))
    await perform(process, worker, (deps) => payInstalment(deps, id));
}

/**
 * Lists the payment of a later part that is due, out of the budget of the year in which it is: of a case that keeps its money, after
 * the parts ahead were paid. Where the budget doesn't hold it, it waits for it, and treasury and firm are told once.
 */
export async function payInstalment(deps: Deps, id: string): Promise<void> {
  const found = await findInstalment(deps.tx, id);
  const row = found && (await lockCase(deps.tx, { id: found.applicationId }, ""));
  const part = row && (await findInstalment(deps.tx, id));
  const today = shanghaiDay(deps.clock.now());
  if (!part || !row || part.status !== "open" || awaited(part, today) !== null) return;
  if (row.state !== "closed" || (await readStop(deps, row.id)) !== null) return;
  if (await isBehindUnpaid(deps.tx, row.id, part.place)) return;
  await list(deps, row, part, today);
}

async function list(deps: Deps, row: CaseRow, part: InstalmentRow, today: PlainDate): Promise<void> {
  const { beneficiary } = row.item;
  const owed = await holdOwed(deps, row.enterpriseId);
  const bankAccountId = await accountInUse(deps.tx, {
    enterpriseId: row.enterpriseId,
    forApplicationId: beneficiary ? row.id : null,
  });
  const payment = await listInstalment(deps, {
    applicationId: row.id,
    instalmentId: part.id,
    itemId: row.itemId,
    year: yearOf(today),
    fen: part.amountFen,
    firmRegion: row.firmRegion,
    bankAccountId,
    regionCode: row.config.regionCode,
  });
  if (!payment) return waitForBudget(deps, row, part, today);
  await moveInstalment(deps.tx, part.id, "open", { status: "listed", unfundedOn: null });
  if (!beneficiary) await deductOwed(deps, owed, { paymentId: payment.id, fen: payment.fen });
  await recordAudit(deps, {
    action: "instalment.listed",
    subject: { type: "application", id: row.id },
    enterpriseId: row.enterpriseId,
    after: { instalment: part.id, paymentId: payment.id, amountFen: payment.fen.toString() },
  });
  if (bankAccountId === null) return notifyOfMissingAccount(deps, row, payment);
  await tell(deps, row, part, "instalmentDue", payment.id);
}

/** Told once of each part that finds no money. */
async function waitForBudget(deps: Deps, row: CaseRow, part: InstalmentRow, today: PlainDate): Promise<void> {
  if (part.unfundedOn !== null) return;
  await moveInstalment(deps.tx, part.id, "open", { unfundedOn: today });
  await tell(deps, row, part, "instalmentWaits", part.id);
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: {
        office: { departmentId: financeDepartment(row.config), regionCode: row.config.regionCode },
        needs: "read:payment:region",
      },
      kind: "instalmentUnfunded",
      params: { ...words(row, part), firm: row.firmName, year: yearOf(today) },
      href: "/finance/payments",
      dedupKey: `instalment-unfunded:${part.id}`,
    },
  });
}

/** The bank has paid a later part: its firm is told. The case stays as it is: it was closed with the first. */
export async function notifyOfPaidInstalment(deps: Deps, instalmentId: string, paymentId: string): Promise<void> {
  const part = await findInstalment(deps.tx, instalmentId);
  const row = part && (await lockCase(deps.tx, { id: part.applicationId }, ""));
  if (part && row) await tell(deps, row, part, "instalmentPaid", paymentId);
}

type PartNotice = "instalmentDue" | "instalmentWaits" | "instalmentPaid";

function tell(deps: Deps, row: CaseRow, part: InstalmentRow, kind: PartNotice, about: string): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: row.enterpriseId },
      kind,
      params: words(row, part),
      href: `/firm/applications/${row.id}`,
      dedupKey: `${kind}:${about}`,
    },
  });
}

function words(row: CaseRow, { place, amountFen }: InstalmentRow) {
  return { item: itemName(row.item), number: place + 1, sum: sayYuan(amountFen, "zh") };
}
