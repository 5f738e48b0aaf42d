import type { Clock } from "./clock";

/** A clock that can be put forward: for journeys that wait for a publicity period. Never used in production. */
export type AdjustableClock = Clock & { advance(milliseconds: number): void };

/** Wraps a clock with an offset that only grows. */
export function adjustableClock(base: Clock): AdjustableClock {
  let offset = 0;
  return {
    now: () => new Date(base.now().getTime() + offset),
    advance: (milliseconds) => {
      offset += Math.max(0, milliseconds);
    },
  };
}

/** Whether a clock may be put forward. */
export function isAdjustable(clock: Clock): clock is AdjustableClock {
  return "advance" in clock;
}
