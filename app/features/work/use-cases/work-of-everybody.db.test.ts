import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { subjects } from "~/contexts.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { assignTrouble, assignWork } from "./assign-work.server";
import { handOver } from "./hand-over.server";
import { openTrouble } from "./open-trouble.server";
import { readDepartment, readWorkload } from "./read-office-work.server";
import { readTroubles } from "./read-troubles.server";

const treasury = { departmentId: "city-finance", regionCode: "340500" };
const nowhere = { departmentId: null, regionCode: null };
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
});
afterAll(() => process.close());

async function person(loginName: string, role: StaffRole, office: typeof treasury | typeof nowhere) {
  const named = { loginName, displayName: loginName, roles: [role], ...office };
  const { id } = await process.prisma.user.create({
    data: { ...named, passwordHash: "x", createdAt: process.clock.now() },
  });
  const session = { sessionId: "s", memberships: [], enterpriseId: null, address: null, locale: "zh" } as const;
  return { kind: "user", userId: id, ...named, ...session, permissions: permissionsOf([role], null) } as UserActor;
}

const reading = (actor: UserActor) => ({ ...process, tx: process.prisma, actor, subjects });
const troubleAt = (subject: string, office: typeof treasury | null) =>
  perform(process, { kind: "system", name: "worker" }, (deps) =>
    openTrouble(deps, { kind: "case", subject, step: "payment-account", office, reason: "funds.no-account" }),
  );
const told = async () =>
  (await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
    .map(({ payload }) => payload as { kind: string; to: object; href: string })
    .filter(({ kind }) => kind === "taskAssigned");

describe("what the platform's administrators have", () => {
  it("is given to one of them, by one of them alone, and goes on to another who stays", async () => {
    const [admin, second] = [
      await person("admin", "systemAdministrator", nowhere),
      await person("admin2", "systemAdministrator", nowhere),
    ];
    const finance = await person("outsider", "finance", treasury);
    await troubleAt("theirs", null);
    const list = await readTroubles(reading(admin), { over: false }, 1);
    expect(list.administrators.map(({ id }) => id)).toEqual([admin.userId, second.userId]);
    const taskId = list.rows[0]?.taskId ?? "";
    const give = (by: UserActor, to: UserActor) =>
      perform(process, by, (deps) => assignTrouble({ ...deps, actor: by, subjects }, taskId, to.userId));
    await expect(give(finance, finance)).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(give(admin, finance)).rejects.toMatchObject({ code: "redemption.no-colleague" });
    await give(admin, second);
    expect(await told()).toMatchObject([{ to: { userId: second.userId }, href: "/troubles" }]);
    expect((await readWorkload(reading(second))).mine).toMatchObject([{ id: taskId, page: "/troubles" }]);
    expect((await readTroubles(reading(admin), { over: false }, 1)).rows).toMatchObject([{ person: "admin2" }]);
    const leaver = { id: second.userId, displayName: "admin2", ...nowhere };
    await perform(process, admin, (deps) => handOver({ ...deps, subjects }, leaver, admin.userId));
    expect((await readWorkload(reading(admin))).mine).toMatchObject([{ id: taskId }]);
  });
});

describe("the treasury's work", () => {
  it("is given by its head to a finance officer, who finds it in the treasury's own lists", async () => {
    const head = await person("treasuryhead", "departmentHead", treasury);
    const officer = await person("officer", "finance", treasury);
    await troubleAt("treasury", treasury);
    const { tasks } = await readDepartment(reading(head));
    const [task] = tasks.filter(({ subjectType }) => subjectType === "trouble");
    expect(task?.mayHave).toContain(officer.userId);
    expect(subjects.application.mayBeGiven("payment", ["finance"])).toBe(true);
    expect(subjects.application.mayBeGiven("payment", ["reviewer"])).toBe(false);
    expect(subjects.application.mayBeGiven("leadReview", ["finance"])).toBe(false);
    await perform(process, head, (deps) =>
      assignWork({ ...deps, actor: head, subjects }, { taskId: task?.id ?? "", assigneeId: officer.userId }),
    );
    const { mine, people } = await readWorkload(reading(officer));
    expect(mine.map(({ id }) => id)).toEqual([task?.id]);
    expect(people.map(({ id }) => id)).toContain(officer.userId);
  });

  it("has no list for somebody without an office", async () => {
    const author = await person("author", "policyAuthor", nowhere);
    expect(await readWorkload(reading(author))).toEqual({ mine: [], unassigned: 0, people: [] });
  });
});
