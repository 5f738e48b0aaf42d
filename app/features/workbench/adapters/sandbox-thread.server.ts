import { Worker } from "node:worker_threads";
import { Refusal } from "~/kernel/refusal";
import type { FromThread, Sandbox, ToThread } from "../domain/sandbox";

type Waiting = { resolve(answer: never): void; reject(error: Error): void; timer: NodeJS.Timeout };
type Running = { worker: Worker; waiting: Map<number, Waiting>; isReady: boolean; /** read so far */ firms: number };
type Options = {
  /** address of the module that the thread runs, and what it is given as `workerData` */
  module: string;
  data: object;
  log: { error(data: object, words: string): void };
  /** how long a question waits for the first reading, and for an answer; milliseconds */
  patienceMs?: number;
  limitMs?: number;
};

const entry = new URL("../../../platform/thread.mjs", import.meta.url);

/**
 * The resident register on a thread of its own. The thread starts with the first question; whatever ends it, a question that
 * waits is refused and the next one starts it anew. A thread that gives no answer within the limit is ended.
 */
export function sandboxThread({
  module,
  data,
  log,
  patienceMs = 3000,
  limitMs = 60_000,
}: Options): Sandbox & { stop(): Promise<void> } {
  let running: Running | null = null;
  let lastId = 0;

  function start(): Running {
    const worker = new Worker(entry, { workerData: { module, ...data } });
    const own: Running = { worker, waiting: new Map(), isReady: false, firms: 0 };
    worker.on("message", (message: FromThread) => hear(own, message, log));
    worker.on("error", (error) => log.error({ error: String(error) }, "the sandbox failed"));
    worker.on("exit", () => {
      if (running === own) running = null;
      for (const id of [...own.waiting.keys()])
        settle(own, id, ({ reject }) => reject(new Refusal("workbench.sandbox-stopped", 503)));
    });
    return own;
  }

  /** A question of the first reading is refused after a little patience; one that a thread has been at for too long ends it. */
  function lookAgain(own: Running, id: number): void {
    const entry = own.waiting.get(id);
    if (entry && own.isReady) entry.timer = setTimeout(() => giveUp(own), limitMs);
    else settle(own, id, ({ reject }) => reject(new Refusal("workbench.register-loading", 503, { count: own.firms })));
  }

  function giveUp(own: Running): void {
    log.error({ limitMs }, "the sandbox did not answer");
    void own.worker.terminate();
  }

  return {
    ask(question, now) {
      running ??= start();
      const own = running;
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        const timer = own.isReady
          ? setTimeout(() => giveUp(own), limitMs)
          : setTimeout(() => lookAgain(own, id), patienceMs);
        own.waiting.set(id, { resolve, reject, timer });
        own.worker.postMessage({ id, question, now } satisfies ToThread);
      });
    },
    warm(now) {
      if (!running) {
        running = start();
        running.worker.postMessage({ warm: now } satisfies ToThread);
      }
      return running.isReady;
    },
    async stop() {
      const worker = running?.worker;
      if (!worker) return;
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      worker.postMessage("stop" satisfies ToThread);
      const timer = setTimeout(() => void worker.terminate(), 2000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function hear(own: Running, message: FromThread, log: Options["log"]): void {
  if (message.kind === "loading") own.firms = message.firms;
  else if (message.kind === "ready") own.isReady = true;
  else if (message.kind === "stale") log.error({ reason: message.reason }, "the register could not be read anew");
  else if (message.kind === "answer") settle(own, message.id, ({ resolve }) => resolve(message.answer as never));
  else settle(own, message.id, ({ reject }) => reject(new Error(message.reason)));
}

function settle({ waiting }: Running, id: number, how: (entry: Waiting) => void): void {
  const entry = waiting.get(id);
  if (!entry) return;
  waiting.delete(id);
  clearTimeout(entry.timer);
  how(entry);
}
