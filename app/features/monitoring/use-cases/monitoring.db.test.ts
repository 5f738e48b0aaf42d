import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { addBudget, addCase, addFirm, move } from "../testing/fixture";
import { exportCases } from "./export-cases.server";
import { readCases, readReach } from "./read-cases.server";
import { readDashboard } from "./read-dashboard.server";
import { readFigures } from "./read-figures.server";

let process: TestProcess;
let first: { id: string; department: string };
let second: { id: string; department: string };
let envelope: string;

const office: UserActor = {
  kind: "user",
  userId: randomUUID(),
  loginName: "economy",
  displayName: "经济办",
  locale: "zh",
  roles: ["economicOffice"],
  departmentId: null,
  regionCode: null,
  sessionId: "s",
  memberships: [],
  enterpriseId: null,
  permissions: permissionsOf(["economicOffice"], null),
  address: null,
};

beforeAll(async () => {
  process = await testProcess();
  const { prisma } = process;
  [first, second] = twoItems(process);
  const ours = await addFirm(prisma, "91340500MA00000001", "340503", "C3411", "small");
  const other = await addFirm(prisma, "91340500MA00000002", "340504", "I6510", null);
  await prisma.enterprise.update({ where: { id: other }, data: { name: "=1+1 有限公司" } });
  envelope = await addBudget(prisma, process.catalogue.registry.documentIdOf(first.id), 1_000_000n);
  const paidAt = new Date("2026-05-31T16:30:00Z");
  const paid = await addCase(process, ours, first.id, {
    number: "HQT-1",
    state: "closed",
    submittedAt: new Date("2026-04-03T01:00:00Z"),
    approvedFen: 10_000_000n,
    paidAt,
    closedAt: paidAt,
  });
  const reserved = await addCase(process, other, second.id, {
    number: "HQT-2",
    state: "payment",
    submittedAt: new Date("2026-04-04T01:00:00Z"),
    approvedFen: 500_000n,
  });
  await addCase(process, ours, second.id, { number: "HQT-3", submittedAt: new Date("2026-04-05T01:00:00Z") });
  await addCase(process, ours, first.id, {
    number: "HQT-0",
    year: 2025,
    state: "rejected",
    submittedAt: new Date("2025-04-05T01:00:00Z"),
    closedAt: paidAt,
  });
  await addCase(process, other, first.id, { state: "draft" });
  const step = { envelopeId: envelope, at: new Date("2026-05-01T00:00:00Z") };
  await move(prisma, { ...step, applicationId: paid, movement: "reserve", fen: 10_000_000n });
  await move(prisma, { ...step, applicationId: paid, movement: "commit", fen: 10_000_000n });
  await move(prisma, { ...step, applicationId: paid, movement: "disburse", fen: 10_000_000n, at: paidAt });
  await move(prisma, { ...step, applicationId: reserved, movement: "reserve", fen: 500_000n });
  // Friday before Qingming (4 to 6 April 2026 are holidays) to Wednesday: two working days, one promised.
  await prisma.task.create({
    data: {
      subjectType: "application",
      subjectId: paid,
      stage: "countyReview",
      departmentId: "county-industry",
      regionCode: "340503",
      openedAt: new Date("2026-04-03T01:00:00Z"),
      dueOn: "2026-04-07",
      closedAt: new Date("2026-04-08T01:00:00Z"),
    },
  });
  const at = new Date("2026-03-01T00:00:00Z");
  await prisma.reach.createMany({
    data: [
      [ours, first.id, "pushed"],
      [ours, first.id, "viewed"],
      [other, first.id, "pushed"],
    ].map(([enterpriseId = "", itemId = "", kind = ""]) => ({ enterpriseId, itemId, kind, at })),
  });
});

afterAll(() => process.close());

/** Two items of different departments and different documents. */
function twoItems({ catalogue }: TestProcess) {
  const items = catalogue.items.map(({ item, redemption }) => ({
    id: item.id,
    department: redemption.leadDepartmentId,
    document: catalogue.registry.documentIdOf(item.id),
  }));
  const one = items[0];
  const two = items.find((each) => each.department !== one?.department && each.document !== one?.document);
  if (!one || !two) throw new Error("the catalogue has no two such items");
  return [one, two] as [typeof one, typeof two];
}

describe("the figures of a year", () => {
  it("come from the ledger and the applications that were handed in", async () => {
    const { total, months, budgets, at } = await readFigures(process, { year: 2026 });
    expect(total).toEqual({
      applications: 3,
      firms: 2,
      reached: 1,
      approved: 2,
      paid: 1,
      disbursedFen: 10_000_000n,
      unpaidFen: 500_000n,
    });
    expect(months).toEqual([{ month: "2026-06", disbursedFen: 10_000_000n, paid: 1 }]);
    expect(budgets).toEqual([
      {
        id: envelope,
        name: "技改专项",
        year: 2026,
        grantedFen: 100_000_000n,
        unpaidFen: 500_000n,
        disbursedFen: 10_000_000n,
      },
    ]);
    expect(at).toEqual(process.clock.now());
  });

  it("count working days by the calendar", async () => {
    const { stages } = await readFigures(process, { year: 2026 });
    expect(stages).toEqual([{ stage: "countyReview", finished: 1, averageDays: 2, promisedDays: 1, late: 1 }]);
  });

  it("go from pushed to paid", async () => {
    const { funnel } = await readFigures(process, { year: 2026 });
    expect(funnel).toEqual({ pushed: 2, viewed: 1, applied: 3, approved: 2, paid: 1 });
    expect((await readFigures(process, { year: 2025 })).funnel).toEqual({
      pushed: 0,
      viewed: 0,
      applied: 1,
      approved: 0,
      paid: 0,
    });
  });

  it("narrow a place to everything below it", async () => {
    const applications = async (region: string) =>
      (await readFigures(process, { year: 2026, region })).total.applications;
    expect(await Promise.all(["340503", "340500", "340000", "000000", "340100"].map(applications))).toEqual([
      2, 3, 3, 3, 0,
    ]);
  });

  it("leave out budgets that are for other departments' items", async () => {
    expect((await readFigures(process, { department: second.department })).budgets).toEqual([]);
    expect((await readFigures(process, { department: first.department })).budgets).toHaveLength(1);
  });
});

describe("the list behind a figure", () => {
  const numbers = async (filter: Parameters<typeof readCases>[1]) =>
    (await readCases(process, filter, 1, "zh")).rows.map((row) => row.number);

  it("has exactly the applications the figure counts, the newest first", async () => {
    expect(await numbers({ year: 2026 })).toEqual(["HQT-3", "HQT-2", "HQT-1"]);
    expect(await numbers({ stage: "paid", month: "2026-06" })).toEqual(["HQT-1"]);
    expect(await numbers({ stage: "paid", month: "2026-05" })).toEqual([]);
    expect(await numbers({ stage: "unpaid" })).toEqual(["HQT-2"]);
    expect(await numbers({ stage: "rejected" })).toEqual(["HQT-0"]);
    expect(await numbers({ size: "unknown" })).toEqual(["HQT-2"]);
    expect(await numbers({ section: "C", year: 2026 })).toEqual(["HQT-3", "HQT-1"]);
    expect(await numbers({ task: "countyReview", late: "1" })).toEqual(["HQT-1"]);
    expect(await numbers({ task: "payment" })).toEqual([]);
    expect(await numbers({ envelope })).toEqual(["HQT-2", "HQT-1"]);
  });

  it("is as long as every row of every cut says", async () => {
    const { cuts } = await readDashboard(process, { year: 2026 }, "zh");
    for (const { key, applications, paid } of cuts.department) {
      expect((await readCases(process, { year: 2026, department: key }, 1, "zh")).count).toBe(applications);
      expect((await readCases(process, { year: 2026, department: key, stage: "paid" }, 1, "zh")).count).toBe(paid);
    }
    expect(cuts.region.map(({ label, applications }) => [label, applications])).toEqual([
      ["花山区", 2],
      ["雨山区", 1],
    ]);
    expect(cuts.size.map(({ key }) => key).sort()).toEqual(["small", "unknown"]);
  });

  it("shows the last page where a later one is asked", async () => {
    expect(await readCases(process, {}, 99, "zh")).toMatchObject({ page: 1, pages: 1, count: 4 });
  });

  it("lists whom a push reached", async () => {
    expect((await readReach(process, { kind: "pushed" }, 1, "zh")).count).toBe(2);
    expect((await readReach(process, { kind: "viewed", region: "340504" }, 1, "zh")).count).toBe(0);
  });
});

describe("an export", () => {
  it("holds the filtered list, takes no formula, and is entered in the audit log", async () => {
    const csv = String(await perform(process, office, (deps) => exportCases(deps, { stage: "unpaid" }, "csv", "zh")));
    const lines = csv.trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("HQT-2,'=1+1 有限公司,91340500MA00000002");
    expect(lines[1]).toContain("5000.00");
    const event = await process.prisma.auditEvent.findFirst({ where: { action: "monitoring.exported" } });
    expect(event).toMatchObject({
      actorId: office.userId,
      after: { filter: { stage: "unpaid" }, format: "csv", lines: 1 },
    });
  });
});
