/** Source of the current instant, injected everywhere time matters. */
export type Clock = { now(): Date };

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at `instant` until moved. */
export function fixedClock(instant: Date): Clock & { set(next: Date): void } {
  let current = instant;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}
