import type { PrismaClient } from "~/generated/prisma/client";
import type { Clock } from "~/kernel/clock";
import { faultPoint } from "./fault-point.server";
import type { Log } from "./log.server";
import type { OutboxMessage } from "./outbox.server";

export type OutboxHandlers = {
  [T in OutboxMessage["topic"]]: (payload: Extract<OutboxMessage, { topic: T }>["payload"]) => Promise<void>;
};

/** Work besides the outbox, called at each round: deadlines and the like. */
export type Round = () => Promise<void>;

type Process = { prisma: PrismaClient; clock: Clock; log: Log };
type Claimed = { id: bigint; topic: OutboxMessage["topic"]; payload: never; attempts: number };

const pauseMs = 500;
const batchSize = 50;
const maxAttempts = 8;

/** Carries outbox messages to their handlers, at least once each, and runs the rounds. */
export function startWorker(process: Process, work: { handlers: OutboxHandlers; rounds: readonly Round[] }) {
  let stopping = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopping) {
      const busy = await safely(process, () => runOnce(process, work));
      if (busy !== true && !stopping) await pause(pauseMs, (early) => (wake = early));
    }
  })();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}

/** One pass: due rounds, then a batch of messages. A round that fails is logged and keeps nothing else from being done. True when there may be more messages. */
export async function runOnce(
  process: Process,
  work: { handlers: OutboxHandlers; rounds: readonly Round[] },
): Promise<boolean> {
  for (const round of work.rounds) await safely(process, round);
  faultPoint("worker.rounds-done");
  const claimed = await claim(process);
  if (claimed.length > 0) faultPoint("outbox.claimed");
  for (const message of claimed) await deliver(process, work.handlers, message);
  return claimed.length === batchSize;
}

/** Takes messages for a minute: a worker that dies leaves them to the next one. */
async function claim({ prisma, clock }: Process): Promise<Claimed[]> {
  const now = clock.now();
  return prisma.$queryRaw<Claimed[]>`
    UPDATE "Outbox" SET attempts = attempts + 1, "availableAt" = ${new Date(now.getTime() + 60_000)}
    WHERE id IN (
      SELECT id FROM "Outbox"
      WHERE "processedAt" IS NULL AND "failedAt" IS NULL AND "availableAt" <= ${now}
      ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
    RETURNING id, topic, payload, attempts`;
}

async function deliver({ prisma, clock, log }: Process, handlers: OutboxHandlers, message: Claimed): Promise<void> {
  try {
    await handlers[message.topic](message.payload);
    faultPoint(`outbox.${message.topic}-handled`);
    await prisma.outbox.update({ where: { id: message.id }, data: { processedAt: clock.now() } });
  } catch (error) {
    log.error({ error, outbox: String(message.id), topic: message.topic }, "outbox message failed");
    const now = clock.now();
    const retryAt = new Date(now.getTime() + 2 ** message.attempts * 1000);
    const state = message.attempts >= maxAttempts ? { failedAt: now } : { availableAt: retryAt };
    await prisma.outbox.update({
      where: { id: message.id },
      data: { ...state, lastError: String(error).slice(0, 500) },
    });
  }
}

async function safely<T>({ log }: Process, step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    log.error({ error }, "worker round failed");
    return null;
  }
}

function pause(milliseconds: number, onWake: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    onWake(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
