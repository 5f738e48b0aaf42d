import { recordAudit } from "~/features/work/audited.server";
import { hasPeople } from "~/features/identity/use-cases/colleagues.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { addDays, shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { OfficeOrder } from "~/features/notices/domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import { openTasks } from "./keep-tasks.server";
import { putTrouble, settleTrouble } from "../adapters/trouble.repository.server";
import { administration } from "../domain/subject";
import { troubleDays, type TroubleKind, type TroubleOffice } from "../domain/trouble";

type Opening = Pick<Deps, "tx" | "clock" | "random" | "actor">;

/**
 * Brings something that can't go on by itself to the people who can act: one open row for each `kind` and `subject`, told
 * to them once, due within a working day. Called again it only notes that the trouble lasts.
 */
export async function openTrouble(
  deps: Opening,
  trouble: {
    kind: TroubleKind;
    /** what it is, so that it is opened once: id of the deadline, number of the message, a name of the caller's */
    subject: string;
    /** event, topic or step that can't be carried out: names the words `troubles:step.<step>` */
    step: string;
    /** who can act; null: the platform's administrators */
    office: TroubleOffice;
    /** code of a refusal, as its words are named */
    reason: string;
    applicationId?: string | null;
    /** what the platform wrote of it; seen by administrators alone */
    detail?: string | null;
  },
): Promise<void> {
  const { kind, subject, step, office, reason, applicationId = null, detail = null } = trouble;
  const at = deps.clock.now();
  const id = deps.random.uuid();
  if (!(await putTrouble(deps.tx, { id, kind, subject, step, applicationId, reason, detail, at }))) return;
  const dueOn = await dueOf(deps, shanghaiDay(at));
  await openTasks(deps, { type: "trouble", id }, [{ ...(office ?? administration), stage: kind, dueOn }]);
  await recordAudit(deps, {
    action: "trouble.opened",
    subject: { type: "trouble", id },
    after: { kind, subject, step, reason, applicationId },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: await toldOf(deps, office),
      kind: "troubleOpened",
      params: { day: dueOn },
      href: "/troubles",
      dedupKey: id,
    },
  });
}

/** Says that a thing goes on again; nothing happens where it was in no trouble. */
export async function closeTrouble(
  deps: Pick<Deps, "tx" | "clock" | "actor">,
  thing: { kind: TroubleKind; subject: string },
): Promise<void> {
  const closed = await settleTrouble(deps.tx, thing, {
    closedAt: deps.clock.now(),
    outcome: "resolved",
    closedById: null,
    comment: null,
  });
  if (closed) await recordAudit(deps, { action: "trouble.resolved", subject: { type: "trouble", id: closed.id } });
}

/** The people of the office who can act; where there are none the administrators, so that somebody knows. */
async function toldOf({ tx }: Opening, office: TroubleOffice): Promise<OfficeOrder> {
  if (office && (await hasPeople(tx, office, "resolve:trouble:department")))
    return { office, needs: "resolve:trouble:department" };
  return { office: null, needs: "resolve:trouble:all" };
}

/** A trouble is opened even where the calendar ends: then its term is a plain day. */
async function dueOf(deps: Opening, today: PlainDate): Promise<PlainDate> {
  try {
    return await dueDay(deps, today, troubleDays);
  } catch (error) {
    if (error instanceof Refusal) return addDays(today, troubleDays);
    throw error;
  }
}
