import type { Clock } from "~/kernel/clock";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";

/**
 * A round of the worker that does its work once on each day (Asia/Shanghai) of this process; what failed is tried again
 * with the next round.
 */
export function onceADay(clock: Clock, work: (today: PlainDate) => Promise<unknown>): () => Promise<void> {
  let done: PlainDate | null = null;
  return async () => {
    const today = shanghaiDay(clock.now());
    if (done === today) return;
    await work(today);
    done = today;
  };
}
