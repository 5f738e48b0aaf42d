import { afterAll, beforeAll, expect, it } from "vitest";
import { subjects } from "~/contexts.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import type { PolicyItem, Validity } from "~/features/policies/domain/policy-item";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { assignWork } from "~/features/work/use-cases/assign-work.server";
import { readDepartment } from "~/features/work/use-cases/read-office-work.server";
import { warnOverdue } from "~/features/work/use-cases/warn-overdue.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { keepDocumentTasks } from "./keep-document-tasks.server";

const worker = { kind: "system", name: "worker" } as const;
const office = { departmentId: "city-industry", regionCode: "340500" };
let process: TestProcess;
let author: UserActor;
let reviewer: UserActor;
let head: UserActor;

beforeAll(async () => {
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
  author = await person("author", "policyAuthor");
  reviewer = await person("reviewer", "reviewer");
  head = await person("head", "departmentHead");
  await publish();
});
afterAll(() => process.close());

async function person(loginName: string, role: StaffRole): Promise<UserActor> {
  const named = { loginName, displayName: loginName, roles: [role], ...office };
  const { id } = await process.prisma.user.create({
    data: { ...named, passwordHash: "x", createdAt: process.clock.now() },
  });
  const session = { sessionId: "s", memberships: [], enterpriseId: null, address: null, locale: "zh" } as const;
  return { kind: "user", userId: id, ...named, ...session, permissions: permissionsOf([role], null) };
}

/** Of documents confirmed this month, zone-week ends in 180 days, zone-yearly and zone-half were confirmed a year ago. */
async function publish(): Promise<void> {
  const files = process.catalogue.registry;
  const known: Validity = { known: "stated", basis: "文件载明。", checkedOn: "2026-11-01", sources: ["示例"] };
  const confirmed = (on: string): Validity => ({
    ...known,
    known: "confirmed",
    confirmed: { by: "示例部门", on, source: "函" },
  });
  const items = files.items.map((item): PolicyItem => {
    const { document } = item;
    if (item.id.startsWith("zone-week"))
      return { ...item, document: { ...document, validTo: "2027-05-23", validity: known } };
    const on = /^zone-(yearly|half)/.test(item.id) ? "2025-11-24" : "2026-11-01";
    return { ...item, document: { ...document, validTo: null, validity: confirmed(on) } };
  });
  const changed = { ...files, items, byId: new Map(items.map((item) => [item.id, item])) };
  process = { ...process, catalogue: await loadCatalogue(process, changed) };
}

const keep = () => perform(process, worker, keepDocumentTasks);
const own = (subjectId: string) =>
  process.prisma.task.findMany({
    where: { subjectType: "document", subjectId, ...office },
    orderBy: { openedAt: "asc" },
    select: { id: true, stage: true, dueOn: true, assigneeId: true, closedAt: true },
  });
const give = (taskId: string, to: UserActor) =>
  perform(process, head, (deps) => assignWork({ ...deps, actor: head, subjects }, { taskId, assigneeId: to.userId }));

it("documents that need a statement stand in the office's list of work, by their last day or in twenty working days", async () => {
  await keep();
  await keep();
  expect(await own("zone-week")).toMatchObject([{ stage: "ends180", dueOn: "2027-05-23", closedAt: null }]);
  // Wednesday, 25 November is the first working day after; the twentieth is Tuesday, 22 December.
  expect(await own("zone-yearly")).toMatchObject([{ stage: "yearly", dueOn: "2026-12-22", closedAt: null }]);
  const { tasks } = await readDepartment({ ...process, tx: process.prisma, actor: head, subjects });
  const shown = tasks.find(({ subjectId }) => subjectId === "zone-week");
  expect(shown).toMatchObject({ page: "/validity/documents/zone-week", work: "validity:work.ends180" });
  expect(shown?.mayHave, "authors state").toEqual([author.userId]);
});

it("is given to an author alone, who keeps it when it presses more", async () => {
  const [{ id } = { id: "" }] = await own("zone-week");
  await expect(give(id, reviewer)).rejects.toMatchObject({ code: "redemption.no-colleague" });
  await give(id, author);
  process.clock.set(new Date("2027-03-24T02:00:00Z"));
  await keep();
  expect(await own("zone-week")).toMatchObject([
    { id, closedAt: process.clock.now() },
    { stage: "ends60", dueOn: "2027-05-23", assigneeId: author.userId, closedAt: null },
  ]);
  process.clock.set(new Date("2026-11-24T02:00:00Z"));
});

it("an office hears at once of all that is late, and so does its head", async () => {
  process.clock.set(new Date("2026-12-23T02:00:00Z"));
  await perform(process, worker, (deps) => warnOverdue({ ...deps, subjects }));
  const told = (await process.prisma.outbox.findMany({ where: { topic: "notice" } })).map(
    ({ payload }) => payload as { kind: string; to: object; href: string; params: { count: number; day: string } },
  );
  expect(told.filter(({ kind }) => kind === "tasksOverdue")).toMatchObject([
    { to: { office, needs: "write:policy:all" }, href: "/validity", params: { count: 2, day: "2026-12-22" } },
    { to: { userId: head.userId }, href: "/validity", params: { count: 2 } },
  ]);
  expect(told.filter(({ kind }) => kind === "taskOverdue")).toEqual([]);
});
