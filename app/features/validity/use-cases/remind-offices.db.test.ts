import { afterAll, beforeAll, expect, it } from "vitest";
import type { PolicyItem, Validity } from "~/features/policies/domain/policy-item";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { deliverNotice } from "~/features/notices/use-cases/deliver-notice.server";
import { addDays, type PlainDate } from "~/kernel/plain-date";
import { transact } from "~/platform/db.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { remindOffices } from "./remind-offices.server";

const today = "2026-11-24";
let process: TestProcess;
let authorId: string;

beforeAll(async () => {
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
  authorId = await person("author", ["policyAuthor"], "city-industry");
  await person("stranger", ["policyAuthor"], "city-science");
  await person("reviewer", ["reviewer"], "city-industry");
  await publish();
});
afterAll(() => process.close());

async function person(loginName: string, roles: string[], departmentId: string): Promise<string> {
  const { id } = await process.prisma.user.create({
    data: {
      loginName,
      displayName: loginName,
      passwordHash: "x",
      roles,
      departmentId,
      regionCode: "340500",
      createdAt: process.clock.now(),
    },
  });
  return id;
}

/** zone-week ends 180 days after today, zone-yearly was confirmed a year and a day before. */
async function publish(): Promise<void> {
  const files = process.catalogue.registry;
  const known: Validity = { known: "stated", basis: "文件载明。", checkedOn: "2026-11-01", sources: ["示例"] };
  const confirmed = { by: "示例部门", on: "2025-11-25", source: "示例函" };
  const items = files.items.map((item): PolicyItem => {
    const { document } = item;
    if (item.id.startsWith("zone-week"))
      return { ...item, document: { ...document, validTo: addDays(today, 180), validity: known } };
    if (item.id.startsWith("zone-yearly"))
      return { ...item, document: { ...document, validity: { ...known, known: "confirmed", confirmed } } };
    return item;
  });
  const changed = { ...files, items, byId: new Map(items.map((item) => [item.id, item])) };
  process = { ...process, catalogue: await loadCatalogue(process, changed) };
}

/** The round of a day, and what people were told by it. */
async function remind(day: PlainDate) {
  await process.prisma.outbox.deleteMany({ where: { topic: "notice" } });
  await transact(process.prisma, (tx) => remindOffices({ ...process, tx }, day));
  const before = await process.prisma.notice.count();
  for (const { payload } of await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
    await transact(process.prisma, (tx) => deliverNotice({ ...process, tx }, payload as unknown as NoticeOrder));
  const rows = await process.prisma.notice.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }], skip: before });
  expect(new Set(rows.map(({ userId }) => userId))).toEqual(new Set(rows.length > 0 ? [authorId] : []));
  return rows.filter(({ href }) => /zone-(week|yearly)$/.test(href)).map(({ kind, params }) => ({ kind, params }));
}

it("the authors of an office are told of an end 180, 60 and 7 days before and of a year gone by, each once", async () => {
  const ends = { name: "演示区首批次应用奖励办法（虚构）", day: "2027-05-23" };
  expect(await remind(addDays(today, -1))).toEqual([]);
  expect(await remind(today)).toEqual([{ kind: "validityEnds", params: { ...ends, days: 180 } }]);
  const yearly = { name: "演示区技能提升补贴办法（虚构）", day: "2026-11-25", days: null };
  expect(await remind("2026-11-25")).toEqual([{ kind: "validityYearly", params: yearly }]);
  expect(await remind("2026-11-26")).toEqual([]);
  expect(await remind("2027-03-23")).toEqual([]);
  expect(await remind("2027-03-24")).toEqual([{ kind: "validityEnds", params: { ...ends, days: 60 } }]);
  expect(await remind("2027-05-16")).toEqual([{ kind: "validityEnds", params: { ...ends, days: 7 } }]);
  expect(await remind("2027-05-23")).toEqual([]);
  expect(await remind("2027-05-24")).toEqual([]);
});
