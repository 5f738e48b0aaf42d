import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "~/kernel/plain-date";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { isLate, lateOn } from "~/features/calendar/domain/lateness";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

it("the database calls late what the domain calls late", async () => {
  const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays("2026-12-31", offset));
  const pairs = fc.sample(fc.tuple(day, day), 300);
  const [due, on] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
  const rows = await process.prisma.$queryRaw<{ late: boolean }[]>`
    SELECT is_late(due, day) AS late FROM unnest(${due}::text[], ${on}::text[]) WITH ORDINALITY AS t(due, day, n) ORDER BY n`;
  expect(rows.map(({ late }) => late)).toEqual(pairs.map(([dueOn, today]) => isLate(dueOn, today)));
  for (const [dueOn, today] of pairs) expect(dueOn < lateOn(today).lt).toBe(isLate(dueOn, today));
});
