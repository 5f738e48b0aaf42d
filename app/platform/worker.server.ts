import type { PrismaClient } from "~/generated/prisma/client";
import type { Clock } from "~/kernel/clock";
import { faultPoint } from "./fault-point.server";
import { transact, type Tx } from "./db.server";
import type { Log } from "./log.server";
import type { OutboxMessage } from "./outbox.server";

export type OutboxHandlers = {
  [T in OutboxMessage["topic"]]: (payload: Extract<OutboxMessage, { topic: T }>["payload"]) => Promise<void>;
};

/**
 * What is told of messages: that one failed its last try, that one which had failed is done. Both in the transaction
 * that says so in the outbox.
 */
export type OutboxWatch = {
  dead(tx: Tx, message: DeadMessage): Promise<void>;
  recovered(tx: Tx, message: Pick<DeadMessage, "id" | "topic">): Promise<void>;
};
export type DeadMessage = { id: string; topic: OutboxMessage["topic"]; payload: unknown; error: unknown };

/** Work besides the outbox, called at each round: deadlines and the like. */
export type Round = () => Promise<void>;

type Process = { prisma: PrismaClient; clock: Clock; log: Log };
type Work = { handlers: OutboxHandlers; rounds: readonly Round[]; watch: OutboxWatch };
type Claimed = {
  id: bigint;
  topic: OutboxMessage["topic"];
  payload: never;
  attempts: number;
  lastError: string | null;
};

const pauseMs = 500;
const batchSize = 50;
const maxAttempts = 8;

/** Carries outbox messages to their handlers, at least once each, and runs the rounds. */
export function startWorker(process: Process, work: Work) {
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

/**
 * One pass: due rounds, then a batch of messages. A round that fails is logged and keeps nothing else from being done.
 * True when there may be more messages.
 */
export async function runOnce(process: Process, work: Work): Promise<boolean> {
  for (const round of work.rounds) await safely(process, round);
  faultPoint("worker.rounds-done");
  const claimed = await claim(process);
  if (claimed.length > 0) faultPoint("outbox.claimed");
  for (const message of claimed) await deliver(process, work, message);
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
    RETURNING id, topic, payload, attempts, "lastError"`;
}

async function deliver(process: Process, { handlers, watch }: Work, message: Claimed): Promise<void> {
  const { id, topic, payload, lastError } = message;
  try {
    await handlers[topic](payload);
    faultPoint(`outbox.${topic}-handled`);
    const done = { where: { id }, data: { processedAt: process.clock.now() } };
    if (lastError === null) await process.prisma.outbox.update(done);
    else
      await transact(process.prisma, async (tx) => {
        await tx.outbox.update(done);
        await watch.recovered(tx, { id: String(id), topic });
      });
  } catch (error) {
    process.log.error({ error, outbox: String(id), topic }, "outbox message failed");
    await noteFailure(process, watch, message, error);
  }
}

async function noteFailure({ prisma, clock }: Process, watch: OutboxWatch, message: Claimed, error: unknown) {
  const { id, topic, payload, attempts } = message;
  const now = clock.now();
  const lastError = String(error).slice(0, 500);
  if (attempts < maxAttempts) {
    const availableAt = new Date(now.getTime() + 2 ** attempts * 1000);
    await prisma.outbox.update({ where: { id }, data: { availableAt, lastError } });
    return;
  }
  await transact(prisma, async (tx) => {
    await tx.outbox.update({ where: { id }, data: { failedAt: now, lastError } });
    await watch.dead(tx, { id: String(id), topic, payload, error });
  });
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
