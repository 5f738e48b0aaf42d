import { Worker } from "node:worker_threads";
import type { Bitmap, Columns } from "../domain/register/columns";

/** Answers of all rules, in memory that threads share. */
export type Answers = readonly { eligible: Bitmap; unknown: Bitmap; nearly: null }[];
export type ThreadData = { module: string; columns: Columns; answers: Answers; stripe: number; stripes: number };

/** Threads that hold the same columns and share the blocks of firms among them; each `run` fills the answers once. */
export async function columnThreads(columns: Columns, answers: Answers, stripes: number) {
  const module = new URL("column-thread.ts", import.meta.url).href;
  const entry = new URL("../../../platform/thread.mjs", import.meta.url);
  const threads = Array.from(
    { length: stripes },
    (_, stripe) =>
      new Worker(entry, { workerData: { module, columns, answers, stripe, stripes } satisfies ThreadData }),
  );
  await Promise.all(threads.map(answerOf));
  return {
    async run(): Promise<void> {
      const answered = threads.map(answerOf);
      for (const thread of threads) thread.postMessage("run");
      await Promise.all(answered);
    },
    async stop(): Promise<void> {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function answerOf(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once("message", () => resolve());
    thread.once("error", reject);
  });
}
