import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { valuePools } from "../domain/evaluate/generate-profiles";
import { columnType } from "../domain/register/wide-row";
import { closureTable } from "../testing/differential";
import { demoProfiles, drawnProfiles } from "../testing/population";
import { catalogueInSql, copyProfiles, createTrialTable, sqlDisagreements, sqlTable } from "../testing/wide-copy";
import { ensureFactColumns, firmsWithoutRow, writeWideRows } from "./wide.repository.server";

const today = "2026-11-22";
let process: TestProcess;
let owner: pg.Client;
beforeAll(async () => {
  process = await testProcess();
  owner = new pg.Client({ connectionString: process.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await process.close();
});

const columns = async () => {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = 'matching."ProfileWide"'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
};

describe("the wide table", () => {
  it("has a column of the right type for every fact", async () => {
    const found = await columns();
    for (const definition of process.catalogue.registry.facts.values())
      expect([definition.name, found.get(definition.name)]).toEqual([definition.name, columnType(definition)]);
    expect(await ensureFactColumns(process.prisma, process.catalogue.registry.facts)).toBe(0);
  });

  it("follows the registry: a new fact gets its column, and rows are filled again", async () => {
    const { id } = await process.prisma.enterprise.create({
      data: {
        creditCode: "91340500MA00000000",
        name: "示例有限公司",
        legalForm: "company",
        regionCode: "340503",
        industryCode: "C3421",
        createdAt: process.clock.now(),
      },
    });
    const { facts } = process.catalogue.registry;
    await writeWideRows(
      process.prisma,
      [
        {
          enterpriseId: id,
          facts: { region: "340503", annualRevenue: 0.1, dishonestListed: false, ["size"]: "huge" },
          year: 2025,
        },
      ],
      facts,
    );
    const { rows } = await owner.query<object>(
      `SELECT "region", "annualRevenue", "dishonestListed", "size", odd_facts FROM matching."ProfileWide"`,
    );
    expect(rows).toEqual([
      { region: "340503", annualRevenue: 0.1, dishonestListed: false, size: null, odd_facts: { size: "huge" } },
    ]);
    expect(await firmsWithoutRow(process.prisma, 10)).toEqual([]);
    const { annualRevenue } = Object.fromEntries(facts) as Record<string, FactDefinition>;
    const grown = new Map([
      ...facts,
      ["newFact", { ...annualRevenue, name: "newFact", type: "boolean" } as FactDefinition],
    ]);
    expect(await ensureFactColumns(process.prisma, grown)).toBe(1);
    expect((await columns()).get("newFact")).toBe("boolean");
    expect(await firmsWithoutRow(process.prisma, 10)).toEqual([id]);
  });

  it("fills its rows again when a fact concerns other firms than before, and then no more", async () => {
    const { facts } = process.catalogue.registry;
    const [enterpriseId = ""] = await firmsWithoutRow(process.prisma, 1);
    await writeWideRows(process.prisma, [{ enterpriseId, facts: { region: "340503" }, year: 2025 }], facts);
    await ensureFactColumns(process.prisma, facts);
    expect(await firmsWithoutRow(process.prisma, 10)).toEqual([]);
    const hospitalKind = facts.get("hospitalKind");
    if (!hospitalKind?.concerns) throw new Error("hospitalKind concerns everybody");
    const wider = { ...hospitalKind, concerns: { ...hospitalKind.concerns, industries: ["Q"] } };
    await ensureFactColumns(process.prisma, new Map([...facts, ["hospitalKind", wider]]));
    expect(await firmsWithoutRow(process.prisma, 10)).toEqual([enterpriseId]);
    await ensureFactColumns(process.prisma, facts);
    await writeWideRows(process.prisma, [{ enterpriseId, facts: { region: "340503" }, year: 2025 }], facts);
    await ensureFactColumns(process.prisma, facts);
    expect(await firmsWithoutRow(process.prisma, 10)).toEqual([]);
  });

  it.each([{ 'x"; DROP TABLE "Match"; --': "text" }, { fine: "text; DROP" }])(
    "takes no other names and types: %o",
    async (types) => {
      await expect(
        process.prisma.$queryRaw`SELECT matching.ensure_facts(${JSON.stringify(types)}::jsonb)`,
      ).rejects.toThrow("not a table of facts");
    },
  );
});

describe("SQL and closures over the whole catalogue", () => {
  it("agree on every pair; profiles with odd facts are told apart", async () => {
    const { registry } = process.catalogue;
    const pools = valuePools(registry.items, registry.facts, today);
    const profiles = [
      ...demoProfiles(60, registry, today),
      ...drawnProfiles(120, registry.items, pools, { absent: 0, odd: 0 }, 20261125, today),
      ...drawnProfiles(120, registry.items, pools, { absent: 0.3, odd: 0.0005 }, 20261126, today),
    ];
    await createTrialTable(owner, "trial");
    await copyProfiles(owner, "trial", profiles, registry);
    const bySql = await sqlTable(owner, "trial", catalogueInSql(registry, today));
    const { pairs, wrong } = sqlDisagreements(bySql, closureTable(registry, profiles, today));
    expect(wrong).toBe(0);
    expect(pairs).toBeGreaterThan(registry.items.length * 240);
    expect(pairs).toBeLessThan(registry.items.length * 300);
  });
});
