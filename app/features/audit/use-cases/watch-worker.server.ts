import type { Actor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { recordRefusal } from "./record-refusal.server";

/**
 * A step that the platform takes by itself: `outbox/document`, `round/recoveries`, `deadline/CONFIRM_OVERDUE`; `key` is
 * the thing it is about.
 */
export type WorkerStep = { route: string; key: string | null };

/** Writes that a step of the platform was refused, as it is written of people. */
export function recordOwnRefusal(
  process: Pick<AppContext, "prisma" | "clock">,
  actor: Actor,
  refusal: Pick<Refusal, "code" | "status">,
  step: WorkerStep,
): Promise<void> {
  return recordRefusal(process, actor, refusal, { method: "RUN", needed: "system", ...step });
}

/** Takes a step of the platform; a refusal stands in the log before the worker deals with it as with any failure. */
export async function watchStep<T>(
  process: Pick<AppContext, "prisma" | "clock">,
  actor: Actor,
  step: WorkerStep,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) await recordOwnRefusal(process, actor, error, step);
    throw error;
  }
}
