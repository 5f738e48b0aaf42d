import { afterAll, beforeAll, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { stateOn } from "../domain/validity";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

// Days around the ends and changes that the documents name, and the New Years.
const days = [
  "2020-01-01",
  "2024-07-31",
  "2024-08-01",
  "2025-12-31",
  "2026-01-01",
  "2026-11-29",
  "2026-12-02",
  "2027-01-01",
  "2029-02-01",
];

it.each(days)("on %s the database says of every item what the program says", async (day) => {
  const rows = await process.prisma.$queryRaw<{ id: string; state: string }[]>`
    SELECT i.id, policy_state(i, ${day}) AS state FROM "PolicyItem" i ORDER BY i.id`;
  const said = process.catalogue.items.map(({ item }) => [item.id, stateOn(item, day)]);
  expect(rows).toHaveLength(said.length);
  expect(new Map(rows.map(({ id, state }) => [id, state]))).toEqual(new Map(said as [string, string][]));
});

it("gives every document a row with its number, its dates and how it is known", async () => {
  const { registry } = process.catalogue;
  const demo = new Set(registry.items.flatMap(({ id, document }) => (document.demo ? registry.documentIdOf(id) : [])));
  expect(await process.prisma.policyDocument.count()).toBe(306 + demo.size);
  expect(await process.prisma.policyDocument.findUnique({ where: { id: "cn-equip-loan" } })).toMatchObject({
    number: "财金〔2026〕2号",
    issuedOn: "2026-01-19",
    validTo: "2026-12-31",
    validity: { known: "stated", checkedOn: "2026-11-29" },
    demo: false,
  });
});
