import { recordOwnRefusal } from "~/features/audit/use-cases/watch-worker.server";
import type { Actor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { dueDeadlines, runningAmong, takeDeadline, type DueDeadline } from "../adapters/deadline.repository.server";
import type { SubjectType } from "../domain/subject";
import type { TroubleOffice } from "../domain/trouble";
import { openSubjects } from "./open-subjects.server";
import { closeTrouble } from "./open-trouble.server";
import { putOff } from "./put-off-deadline.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "log">;

/** What happens to things of a kind when one of their terms has come. */
export type Expiry = {
  /** Sends the event of the term to its subject. @throws Refusal where it can't happen now */
  carryOut(deps: Deps, deadline: DueDeadline): Promise<void>;
  /** the office that can act where it can't happen for a reason */
  officeFor(deps: Deps, subjectId: string, reason: string): Promise<TroubleOffice>;
};
export type Expiries = Readonly<Partial<Record<SubjectType, Expiry>>>;

const worker: Actor = { kind: "system", name: "worker" };

/** Sends the event of every deadline that has come. One that is refused now stands in the log and is put off; it holds up no other. */
export async function runDeadlines(process: Process, expiries: Expiries): Promise<void> {
  for (const [type, expiry] of Object.entries(expiries))
    for (const deadline of await dueDeadlines(process.prisma, type, process.clock.now()))
      await runDeadline(process, expiry, deadline);
  if ((await openSubjects({ tx: process.prisma }, "deadline")).length > 0) await perform(process, worker, closeOver);
}

async function runDeadline(process: Process, expiry: Expiry, deadline: DueDeadline): Promise<void> {
  try {
    await perform(process, worker, async (deps) => {
      if (await takeDeadline(deps.tx, deadline.id, deps.clock.now())) await expiry.carryOut(deps, deadline);
    });
  } catch (error) {
    await note(process, deadline, error);
    await putOff(process, worker, { expiry, deadline, error });
  }
}

async function note(process: Process, deadline: DueDeadline, error: unknown) {
  if (!(error instanceof Refusal)) return process.log.error({ deadline: deadline.id, error }, "deadline failed");
  process.log.warn({ deadline: deadline.id, code: error.code }, "deadline put off");
  await recordOwnRefusal(process, worker, error, { route: `deadline/${deadline.event}`, key: deadline.subjectId });
}

/** Troubles of terms that came after all, or that their subject no longer waits for, are over. */
async function closeOver(deps: Deps): Promise<void> {
  const subjects = await openSubjects(deps, "deadline");
  const running = await runningAmong(deps.tx, subjects);
  for (const subject of subjects.filter((id) => !running.has(id)))
    await closeTrouble(deps, { kind: "deadline", subject });
}
