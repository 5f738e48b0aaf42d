import { recordOwnRefusal } from "~/features/audit/use-cases/watch-worker.server";
import type { Actor } from "~/features/identity/domain/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { dueDeadlines, putOffDeadline, takeDeadline } from "../adapters/deadline.repository.server";
import type { CaseEvent } from "../domain/events";
import { advanceCase } from "./advance-case.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "log">;

const worker: Actor = { kind: "system", name: "worker" };
/** Terms that end the case when they end. */
const lapsing: readonly string[] = ["CORRECTION_OVERDUE", "CONFIRM_OVERDUE", "DRAFT_OVERDUE"];
const hourMs = 3600_000;
const minuteMs = 60_000;

/** Sends the event of every deadline that has come. One that the machine refuses now stands in the log and is tried again in an hour, one that failed in a minute; neither holds up the others. */
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
      const refused = error instanceof Refusal;
      if (refused) {
        process.log.warn({ deadline: deadline.id, code: error.code }, "deadline put off");
        await recordOwnRefusal(process, worker, error, {
          route: `deadline/${deadline.event}`,
          key: deadline.applicationId,
        });
      } else process.log.error({ deadline: deadline.id, error }, "deadline failed");
      await putOffDeadline(
        process.prisma,
        deadline.id,
        new Date(process.clock.now().getTime() + (refused ? hourMs : minuteMs)),
      );
    }
  }
}
