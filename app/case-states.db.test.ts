import { afterAll, beforeAll, expect, it } from "vitest";
import { endedStates } from "~/features/claims/domain/case-states";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

it("the database holds one open application a firm, item and year by the same states that are over", async () => {
  const [index] = await process.prisma.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_indexdef('"Application_open_key"'::regclass) AS definition`;
  const [, list = ""] = /state <> ALL \(ARRAY\[(.*?)\]\)/.exec(index?.definition ?? "") ?? [];
  expect([...list.matchAll(/'(\w+)'/g)].map(([, state]) => state).toSorted()).toEqual(endedStates.toSorted());
});
