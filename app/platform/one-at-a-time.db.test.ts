import { afterAll, beforeAll, expect, it } from "vitest";
import { testProcess, type TestProcess } from "./testing/test-database";

let database: TestProcess;
beforeAll(async () => void (database = await testProcess()));
afterAll(() => database.close());

it("queries asked at once in a transaction are run one after the other, without a warning of pg", async () => {
  const warnings: string[] = [];
  const hear = (warning: Error) => warnings.push(warning.message);
  process.on("warning", hear);
  const counts = await database.prisma.$transaction((tx) =>
    Promise.all([
      tx.policyItem.count(),
      tx.$queryRaw`SELECT pg_sleep(0.02)::text`,
      tx.calendarDay.count(),
      tx.user.count(),
    ]),
  );
  expect([counts[0] > 500, counts[2] > 300, counts[3]]).toEqual([true, true, 0]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", hear);
  expect(warnings).toEqual([]);
});

it("a query that fails fails alone, and the connection serves the next transaction", async () => {
  const broken = database.prisma.$transaction((tx) => Promise.allSettled([tx.$queryRaw`SELECT 1/0`, tx.user.count()]));
  const results = await broken.catch((error: unknown) => error);
  expect(results instanceof Error || (results as PromiseSettledResult<unknown>[])[0]?.status === "rejected").toBe(true);
  expect(await database.prisma.user.count()).toBe(0);
});
