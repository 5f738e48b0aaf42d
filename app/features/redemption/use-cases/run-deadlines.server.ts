import { recordOwnRefusal } from "~/features/audit/use-cases/watch-worker.server";
import type { Actor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { closeTrouble } from "~/features/troubles/use-cases/open-trouble.server";
import { openSubjects } from "~/features/troubles/use-cases/open-subjects.server";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { dueDeadlines, runningAmong, takeDeadline } from "../adapters/deadline.repository.server";
import type { CaseEvent } from "../domain/events";
import { advanceCase } from "./advance-case.server";
import { putOff } from "./put-off-deadline.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "log">;

const worker: Actor = { kind: "system", name: "worker" };
/** Terms that end the case when they end. */
const lapsing: readonly string[] = ["CORRECTION_OVERDUE", "CONFIRM_OVERDUE", "DRAFT_OVERDUE"];

/** Sends the event of every deadline that has come. One that is refused now stands in the log and is put off; it holds up no other. */
export async function runDeadlines(process: Process): Promise<void> {
  for (const deadline of await dueDeadlines(process.prisma, process.clock.now())) {
    try {
      await perform(process, worker, async (deps) => {
        if (!(await takeDeadline(deps.tx, deadline.id, deps.clock.now()))) return;
        const event = { type: deadline.event } as CaseEvent;
        const closing = lapsing.includes(event.type) ? { set: { closedAt: deps.clock.now() } } : {};
        await advanceCase(deps, {
          where: { id: deadline.applicationId },
          event,
          idempotencyKey: `deadline:${deadline.id}`,
          ...closing,
        });
      });
    } catch (error) {
      await note(process, deadline, error);
      await putOff(process, worker, deadline, error);
    }
  }
  if ((await openSubjects({ tx: process.prisma }, "deadline")).length > 0) await perform(process, worker, closeOver);
}

async function note(process: Process, deadline: { id: string; applicationId: string; event: string }, error: unknown) {
  if (!(error instanceof Refusal)) return process.log.error({ deadline: deadline.id, error }, "deadline failed");
  process.log.warn({ deadline: deadline.id, code: error.code }, "deadline put off");
  await recordOwnRefusal(process, worker, error, {
    route: `deadline/${deadline.event}`,
    key: deadline.applicationId,
  });
}

/** Troubles of terms that came after all, or that the case no longer waits for, are over. */
async function closeOver(deps: Deps): Promise<void> {
  const subjects = await openSubjects(deps, "deadline");
  const running = await runningAmong(deps.tx, subjects);
  for (const subject of subjects.filter((id) => !running.has(id)))
    await closeTrouble(deps, { kind: "deadline", subject });
}
