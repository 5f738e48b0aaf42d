import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { quotaOf, sharersOf } from "~/features/policies/domain/quota";
import { grantedOf } from "~/features/redemption/adapters/ranking.repository.server";
import { groupBy } from "~/kernel/group-by";
import { addDays, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { createStorage } from "~/platform/storage.server";
import { testProcess } from "~/platform/testing/test-database";
import { demoSpan } from "./demo-span";
import type { DemoCase } from "./demo-case";
import { playCases } from "./play-cases";
import { RandomSource } from "./random-source";
import { planCalendar, seedCalendar } from "./seed-calendar";
import { planFirms } from "./seed-firms";
import { seedDemo } from "./seed-demo";

/** What must differ from database to database: salted hashes and sealed numbers. */
const secrets = new Set([
  "User.passwordHash",
  "BankAccount.sealedNumber",
  "AuditEvent.salt",
  "AuditEvent.prevHash",
  "AuditEvent.hash",
  "AuditHead.hash",
]);
const now = new Date("2026-11-24T16:00:00Z");
let folder: string;

beforeAll(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-seed-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seeds a database of its own and tells a digest of every table that has rows. */
async function seeded(seed: number): Promise<Record<string, string>> {
  const { prisma, catalogue, close } = await testProcess(now);
  try {
    await seedDemo(
      { prisma, catalogue, storage: createStorage(folder) },
      { firms: 40, applications: 60, seed, key: Buffer.alloc(32, 7), now },
    );
    const columns = await prisma.$queryRaw<{ table: string; column: string }[]>`
      SELECT t.table_name AS table, c.column_name AS column FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
      WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.ordinal_position`;
    const digests: Record<string, string> = {};
    for (const table of new Set(columns.map((each) => each.table))) {
      const kept = columns
        .filter((each) => each.table === table && !secrets.has(`${table}.${each.column}`))
        .map(({ column }) => `"${column}"`);
      const [row] = await prisma.$queryRawUnsafe<{ rows: bigint; digest: string | null }[]>(
        `SELECT count(*) AS rows, md5(string_agg(r.row, E'\\n' ORDER BY r.row)) AS digest FROM (SELECT ROW(${kept.join(", ")})::text AS row FROM "${table}") r`,
      );
      if (row?.digest) digests[table] = `${row.rows} rows ${row.digest}`;
    }
    return digests;
  } finally {
    await close();
  }
}

it("one seed number gives the same ids and rows in every database, another number gives others", async () => {
  const [first, second, other] = [await seeded(7), await seeded(7), await seeded(8)];
  expect(second).toEqual(first);
  const random = [
    "Application",
    "BankAccount",
    "Deadline",
    "Enterprise",
    "EnterpriseFact",
    "Envelope",
    "LedgerEntry",
    "LedgerTransaction",
    "Material",
    "Membership",
    "Outbox",
    "Payment",
    "Reach",
    "Task",
    "RuleCheck",
    "Transition",
    "User",
    "AuditEvent",
  ];
  expect(random.filter((table) => first[table] === undefined || first[table] === other[table])).toEqual([]);
}, 120_000);

it("matches every firm, those beyond the usual ones too", async () => {
  const { prisma, catalogue, close } = await testProcess(now);
  try {
    const { firms } = await seedDemo(
      { prisma, catalogue, storage: createStorage(folder) },
      { firms: 203, applications: 10, seed: 7, key: Buffer.alloc(32, 7), now },
    );
    const unwritten = { email: null, NOT: { roles: { isEmpty: true } } };
    expect(await prisma.user.count({ where: unwritten }), "officials nobody can write to").toBe(0);
    expect(await prisma.match.groupBy({ by: ["enterpriseId"] })).toHaveLength(firms);
  } finally {
    await close();
  }
}, 120_000);

it.each(["2027-01-02", "2027-01-15", "2028-08-20"])(
  "a demo of %s stands in its own time, with work on the desks of county and experts",
  async (day) => {
    const on = startOfDay(day);
    const { prisma, catalogue, close } = await testProcess(on);
    try {
      await seedCalendar(prisma, day);
      const options = { firms: 60, applications: 80, seed: 340_500, key: Buffer.alloc(32, 7), now: on };
      await seedDemo({ prisma, catalogue, storage: createStorage(folder) }, options);
      const { years } = demoSpan(on);
      const cases = await prisma.application.findMany({ select: { year: true, number: true, submittedAt: true } });
      for (const published of catalogue.items) {
        const quota = quotaOf(published);
        if (quota?.count === undefined || quota.per !== "year") continue;
        for (const year of years)
          expect(
            (
              await grantedOf(
                prisma,
                sharersOf(published, catalogue.items).map(({ item }) => item.id),
                year,
              )
            ).count,
            `${published.item.title} ${year}`,
          ).toBeLessThanOrEqual(quota.count);
      }
      expect(cases.length).toBeGreaterThan(60);
      expect(
        cases.filter(
          ({ year, number, submittedAt }) =>
            !years.includes(year) ||
            !number?.startsWith(`HQT-${year}-`) ||
            !submittedAt ||
            shanghaiDay(submittedAt) > day,
        ),
      ).toEqual([]);
      expect(await prisma.transition.count({ where: { at: { gt: startOfDay(addDays(day, 1)) } } })).toBe(0);
      expect(await prisma.ledgerTransaction.count({ where: { at: { gt: startOfDay(addDays(day, 1)) } } })).toBe(0);
      expect(
        (await prisma.envelope.groupBy({ by: ["year"], where: { kind: "budget" } })).map(({ year }) => year).toSorted(),
      ).toEqual(years);
      expect((await prisma.calendarDay.aggregate({ _max: { date: true } }))._max.date).toBe(
        `${Math.max(...years) + 1}-12-31`,
      );
      const waiting = (stage: string, departmentId: string, regionCode: string) =>
        prisma.task.count({ where: { stage, departmentId, regionCode, closedAt: null } });
      expect(await waiting("countyReview", "county-industry", "340503")).toBeGreaterThanOrEqual(3);
      expect(await waiting("expertScore", "city-industry", "340500")).toBe(3);
      expect(await waiting("leadReview", "city-industry", "340500")).toBeGreaterThan(0);
      const [open] = await prisma.payment.groupBy({ by: ["status"], where: { status: "pending" }, _count: true });
      expect(open?._count ?? 0).toBeGreaterThan(2);
    } finally {
      await close();
    }
  },
  120_000,
);

/** Cases that stand at a stage of an office, by where their tasks are open. */
const standing = (cases: readonly DemoCase[], stage: string, departmentId: string, regionCode: string) =>
  cases.filter(({ tasks }) =>
    tasks.some(
      (task) =>
        task.closedAt === null &&
        task.stage === stage &&
        task.departmentId === departmentId &&
        task.regionCode === regionCode,
    ),
  );

/** How many firms have cases of which this differs. */
function several(cases: readonly DemoCase[], of: (demo: DemoCase) => unknown): number {
  const byFirm = groupBy(cases, ({ firm }) => firm.id);
  return [...byFirm.values()].filter((own) => new Set(own.map(of)).size > 1).length;
}

it("on each of sixty days, weekends, New Year and Spring Festival among them, every desk has its work", async () => {
  const { catalogue, close } = await testProcess(now);
  const persons = { county: "c", reviewer: "r", approver: "a", head: "h", co: "o", experts: ["x", "y", "z"] };
  try {
    const short: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      const today = addDays("2026-12-20", index);
      const firms = planFirms({ firms: 60, seed: 340_500, now: startOfDay(today) });
      const calendar = new Map(planCalendar(today).map((day) => [day.date, day.isWorkday]));
      const span = demoSpan(startOfDay(today));
      const cases = playCases(catalogue, firms, 80, { calendar, persons, random: new RandomSource(340_501), span });
      const own = cases.filter(({ firm }) => firm.id === firms[0]?.id);
      const of = (ending: string) => cases.filter((each) => each.ending === ending);
      const found: Record<string, [number, number]> = {
        "the county's desk": [standing(cases, "countyReview", "county-industry", "340503").length, 3],
        "the bureau's reviews": [standing(cases, "leadReview", "city-industry", "340500").length, 3],
        "with materials to compare": [
          standing(cases, "leadReview", "city-industry", "340500").filter((each) =>
            each.published.item.title.startsWith("演示·技改设备补助"),
          ).length,
          1,
        ],
        "the bureau's approvals": [standing(cases, "leadApproval", "city-industry", "340500").length, 1],
        "panels of the experts": [standing(cases, "expertScore", "city-industry", "340500").length, 3],
        "publicities that run": [
          cases.filter(({ terms }) => terms.some(({ kind, endsOn }) => kind === "publicity" && endsOn > today)).length,
          3,
        ],
        "payments of others that wait": [of("payment").filter(({ firm }) => firm.id !== firms[0]?.id).length, 3],
        "the own firm's payment": [own.filter((each) => each.ending === "payment").length, 1],
        "the own firm's case on the bureau's desk": [standing(own, "leadReview", "city-industry", "340500").length, 1],
        "the own firm's years": [new Set(own.map(({ year }) => year)).size, 2],
        "firms with several applications": [several(cases, ({ number }) => number), 10],
        "firms with several years": [several(cases, ({ year }) => year), 10],
        "cases that were closed": [of("closed").length, 2],
        "cases that were rejected": [of("rejected").length, 1],
        "cases that the firm corrects": [of("correcting").length, 1],
      };
      for (const [what, [count, least]] of Object.entries(found))
        if (count < least) short.push(`${today} ${what}: ${count} of ${least}`);
    }
    expect(short).toEqual([]);
  } finally {
    await close();
  }
}, 240_000);
