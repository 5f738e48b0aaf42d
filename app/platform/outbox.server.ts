import { atEnd } from "./at-end.server";
import type { Deps } from "./context.server";
import { insertion } from "./write-rows.server";
import { toJson } from "~/platform/json-column";

/** Topics and what they carry, declared by their contexts (`declares.ts`); every handler must bear being called twice. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Topics {}

export type OutboxMessage = { [T in keyof Topics]: { topic: T; payload: Topics[T] } }[keyof Topics];

/** Puts a message beside the change it tells of, in the same transaction. */
export async function enqueue(
  deps: Pick<Deps, "tx" | "clock">,
  message: OutboxMessage,
  availableAt?: Date,
): Promise<void> {
  await enqueueAll(deps, [message], availableAt);
}

/** Puts many messages at once. */
export async function enqueueAll(
  deps: Pick<Deps, "tx" | "clock">,
  messages: readonly OutboxMessage[],
  availableAt?: Date,
): Promise<void> {
  const now = deps.clock.now();
  const rows = messages.map(({ topic, payload }) => ({
    topic,
    payload: toJson(payload),
    createdAt: now,
    availableAt: availableAt ?? now,
  }));
  await atEnd(deps.tx, "outbox", { order: "", row: rows }, (waiting) =>
    insertion(
      "Outbox",
      waiting.flatMap(({ row }) => row),
    ),
  );
}

/** Lets a message that failed for good be tried anew, with all its tries. */
export async function retryMessage({ tx, clock }: Pick<Deps, "tx" | "clock">, id: bigint): Promise<void> {
  await tx.outbox.updateMany({
    where: { id, processedAt: null, failedAt: { not: null } },
    data: { failedAt: null, attempts: 0, availableAt: clock.now() },
  });
}
