import { recordAudit } from "~/features/treasury/audited.server";
import { actorId, type Actor } from "~/access/actor";
import { notifyOfUnpaidRecovery } from "~/features/redemption/use-cases/notify-lead-office.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { sayYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { AppContext, Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { perform } from "~/platform/transact.server";
import { onceADay } from "~/platform/once-a-day";
import { addReminder, findRecoveries } from "../adapters/recovery-list.repository.server";
import { mayUrge, urgedWorkingDays } from "../domain/recovery-step";
import { shownRecoveries, type ShownRecovery } from "./read-recoveries.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * An officer urges a firm that has not paid in time, once a day at the most; it has ten working days to pay or to state its
 * case (行政强制法 art. 35, 54).
 * @throws Refusal `request.not-found` (404), `funds.not-overdue`, `funds.urged-today` (409)
 */
export async function urgeRecovery(deps: FinanceDeps, id: string): Promise<void> {
  const rows = isUuid(id)
    ? await findRecoveries(deps.tx, { id, regionCode: treasuryRegion(deps.actor) }, { take: 1 })
    : [];
  const [demand] = await shownRecoveries(deps, rows);
  if (!demand) throw new Refusal("request.not-found", 404);
  if (!mayUrge(demand.step)) throw new Refusal("funds.not-overdue");
  if (!(await urge(deps, demand))) throw new Refusal("funds.urged-today");
}

async function urge(deps: Deps, demand: ShownRecovery): Promise<boolean> {
  const today = shanghaiDay(deps.clock.now());
  const answerBy = await dueDay(deps, today, urgedWorkingDays);
  if (!(await note(deps, demand, { kind: "urged", answerBy }))) return false;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: demand.enterpriseId },
      kind: "recoveryUrged",
      params: { item: demand.item, sum: sayYuan(demand.restFen, "zh"), day: answerBy, due: demand.dueOn ?? "" },
      href: `/firm/applications/${demand.applicationId}`,
      dedupKey: `urged:${demand.id}:${today}`,
    },
  });
  return true;
}

/** A demand that was urged in vain: the lead department, which decided it, is told that it may go to court (行政强制法 art. 53). */
async function handOn(deps: Deps, demand: ShownRecovery): Promise<void> {
  if (!(await note(deps, demand, { kind: "handedOn", answerBy: null }))) return;
  await notifyOfUnpaidRecovery(deps, { ...demand, fen: demand.restFen });
}

async function note(
  deps: Deps,
  { id, enterpriseId, restFen }: ShownRecovery,
  { kind, answerBy }: { kind: "urged" | "handedOn"; answerBy: string | null },
): Promise<boolean> {
  const at = deps.clock.now();
  const isNew = await addReminder(deps.tx, {
    id: deps.random.uuid(),
    recoveryId: id,
    kind,
    fen: restFen,
    onDay: shanghaiDay(at),
    answerBy,
    byId: actorId(deps.actor),
    at,
  });
  if (isNew)
    await recordAudit(deps, {
      action: kind === "urged" ? "recovery.urged" : "recovery.handed-on",
      subject: { type: "recovery", id },
      enterpriseId,
      after: { fen: restFen.toString(), answerBy },
    });
  return isNew;
}

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };
const most = 10_000;

/** A round that once a day urges every firm whose term is over, and tells the departments of what was urged in vain. */
export function urgeDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, () => urgeRecoveries(process));
}

/** Each demand by itself, as it stands then: one that can't be told of keeps none of the others. */
export async function urgeRecoveries(process: Process): Promise<void> {
  const open = await findRecoveries(process.prisma, { state: "open" }, { take: most });
  for (const { id } of open)
    await perform(process, worker, async (deps) => {
      const [demand] = await shownRecoveries(deps, await findRecoveries(deps.tx, { id }, { take: 1 }));
      if (demand?.step === "urge") await urge(deps, demand);
      if (demand?.step === "handOn") await handOn(deps, demand);
    });
}
