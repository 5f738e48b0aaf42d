import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { listApplications } from "./list-applications.server";
import { readMessages } from "./read-messages.server";
import { sendMessage } from "./send-message.server";

const itemId = "zone-patent-005";
const lead = "city-market-regulation";
let process: TestProcess;
let firm: UserActor;
let applicationId: string;
let serial = 0;

beforeAll(async () => {
  process = await testProcess();
  firm = await person({ enterprise: true });
  const version = process.catalogue.byId.get(itemId);
  const createdAt = process.clock.now();
  const row = await process.prisma.application.create({
    data: {
      enterpriseId: firm.enterpriseId ?? "",
      itemId,
      itemVersionId: version?.versionId ?? "",
      year: 2026,
      state: "departmentReview",
      machineId: "reviewed",
      machineVersion: 1,
      machineHash: "-",
      createdById: firm.userId,
      createdAt,
    },
  });
  applicationId = row.id;
  const task = { subjectType: "application", subjectId: applicationId, openedAt: createdAt, dueOn: "2026-12-31" };
  await process.prisma.task.createMany({
    data: [
      {
        ...task,
        stage: "countyReview",
        departmentId: "county-market-regulation",
        regionCode: "340503",
        closedAt: createdAt,
      },
      { ...task, stage: "leadReview", departmentId: lead, regionCode: "340500" },
    ],
  });
});
afterAll(() => process.close());

async function person({
  enterprise = false,
  departmentId = null,
  regionCode = null,
}: {
  enterprise?: boolean;
  departmentId?: string | null;
  regionCode?: string | null;
}): Promise<UserActor> {
  serial += 1;
  const createdAt = process.clock.now();
  const own = enterprise
    ? await process.prisma.enterprise.create({
        data: {
          creditCode: makeCreditCode("340503", serial),
          name: `示例${serial}有限公司`,
          legalForm: "company",
          regionCode: "340503",
          industryCode: "C3421",
          createdAt,
        },
      })
    : null;
  const user = await process.prisma.user.create({
    data: {
      loginName: `writer-${serial}`,
      displayName: `人员${serial}`,
      passwordHash: "x",
      createdAt,
      departmentId,
      regionCode,
      ...(own ? { memberships: { create: { enterpriseId: own.id, role: "owner", createdAt } } } : {}),
    },
  });
  return {
    kind: "user",
    userId: user.id,
    loginName: user.loginName,
    displayName: user.displayName,
    locale: "zh",
    roles: own ? [] : ["reviewer"],
    departmentId,
    regionCode,
    sessionId: "s",
    memberships: own ? [{ enterpriseId: own.id, enterpriseName: own.name, role: "owner" }] : [],
    enterpriseId: own?.id ?? null,
    permissions: permissionsOf(own ? [] : ["reviewer"], own ? "owner" : null),
    address: null,
  };
}

const send = (actor: UserActor, side: "firm" | "department", text: string, idempotencyKey: string) =>
  perform(process, actor, (deps) => sendMessage({ ...deps, actor }, { applicationId, side, text, idempotencyKey }));
const read = (actor: UserActor, side: "firm" | "department") =>
  readMessages({ ...process, tx: process.prisma }, actor, { applicationId, side, language: "zh" });
const orders = () => process.prisma.outbox.findMany({ where: { topic: "notice" }, orderBy: { id: "asc" } });

describe("messages of a case", () => {
  it("go from the firm to the office that has the case, once, and are marked when they are read", async () => {
    await Promise.all([1, 2, 3].map(() => send(firm, "firm", "发票要原件吗？", "first")));
    expect((await orders()).map(({ payload }) => payload)).toMatchObject([
      {
        kind: "messageFromFirm",
        to: { office: { departmentId: lead, regionCode: "340500" }, needs: "review:application:department" },
      },
    ]);
    expect(await read(firm, "firm")).toMatchObject([
      { own: true, seen: false, text: "发票要原件吗？", author: firm.displayName },
    ]);
    const reviewer = await person({ departmentId: lead, regionCode: "340500" });
    expect(await read(reviewer, "department")).toMatchObject([{ own: false, fresh: true }]);
    expect(await read(reviewer, "department")).toMatchObject([{ own: false, fresh: false }]);
    expect(await read(firm, "firm")).toMatchObject([{ own: true, seen: true }]);
    expect(
      await process.prisma.auditEvent.count({
        where: { action: "application.message-sent", subjectId: applicationId },
      }),
    ).toBe(1);
  });

  it("are not written in the department's name by an expert, or by somebody with an interest", async () => {
    const office = { departmentId: lead, regionCode: "340500" };
    const expert = {
      ...(await person(office)),
      roles: ["expert" as const],
      permissions: permissionsOf(["expert"], null),
    };
    await expect(send(expert, "department", "请汇款", "expert")).rejects.toMatchObject({
      code: "redemption.may-not-write",
      status: 403,
    });
    const recused = await person(office);
    await process.prisma.recusal.create({
      data: { applicationId, userId: recused.userId, kind: "declared", reason: "亲属", at: process.clock.now() },
    });
    await expect(send(recused, "department", "请汇款", "recused")).rejects.toMatchObject({
      code: "redemption.recused",
    });
    const own = await person(office);
    const memberships = [{ enterpriseId: firm.enterpriseId ?? "", enterpriseName: "", role: "owner" as const }];
    await expect(send({ ...own, memberships }, "department", "请汇款", "own")).rejects.toMatchObject({
      code: "redemption.own-firm",
    });
    await send(firm, "firm", "还要补什么？", "unread");
    await expect(read(expert, "department")).rejects.toMatchObject({ code: "request.forbidden", status: 403 });
    expect((await read(firm, "firm")).at(-1), "nobody who may answer has seen it").toMatchObject({ seen: false });
    expect(await process.prisma.applicationMessage.count({ where: { side: "department" } })).toBe(0);
  });

  it("come back from the department under its name, without the person's, and are counted until opened", async () => {
    const reviewer = await person({ departmentId: lead, regionCode: "340500" });
    expect(await send(reviewer, "department", "复印件即可。", "answer")).toBeNull();
    const fresh = async () =>
      (await listApplications(process.prisma, firm.enterpriseId ?? "", 1)).rows.map((row) => row.fresh);
    expect(await fresh()).toEqual([1]);
    expect((await read(firm, "firm")).at(-1)).toMatchObject({
      own: false,
      author: "马鞍山市市场监督管理局",
      fresh: true,
    });
    expect(await fresh()).toEqual([0]);
    expect((await orders()).at(-1)?.payload).toMatchObject({
      kind: "messageFromDepartment",
      to: { enterpriseId: firm.enterpriseId },
    });
  });

  it("are hidden from other firms and other offices, and nothing is written by them", async () => {
    const before = await process.prisma.applicationMessage.count();
    const stranger = await person({ enterprise: true });
    const elsewhere = await person({ departmentId: lead, regionCode: "340100" });
    expect(await read(stranger, "firm")).toEqual([]);
    await expect(send(stranger, "firm", "看看", "s")).rejects.toMatchObject({
      code: "applications.not-found",
      status: 404,
    });
    await expect(send(elsewhere, "department", "看看", "e")).rejects.toMatchObject({ status: 404 });
    await expect(send(firm, "department", "冒充", "f")).rejects.toMatchObject({ status: 403 });
    expect(await process.prisma.applicationMessage.count()).toBe(before);
  });

  it("say what is wrong with an empty one", async () =>
    expect(await send(firm, "firm", "  ", "empty")).toBe("problem.required"));
});
