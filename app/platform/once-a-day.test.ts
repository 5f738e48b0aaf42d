import { expect, it } from "vitest";
import { fixedClock } from "~/kernel/clock";
import { onceADay } from "./once-a-day";

it("works once on each Shanghai day, and again where it failed", async () => {
  const clock = fixedClock(new Date("2026-11-30T15:00:00Z"));
  const days: string[] = [];
  let fails = true;
  const round = onceADay(clock, async (today) => {
    days.push(today);
    if (fails) throw new Error("not now");
  });
  await expect(round()).rejects.toThrow("not now");
  fails = false;
  await round();
  await round();
  clock.set(new Date("2026-11-30T16:00:00Z"));
  await round();
  expect(days).toEqual(["2026-11-30", "2026-11-30", "2026-12-01"]);
});
