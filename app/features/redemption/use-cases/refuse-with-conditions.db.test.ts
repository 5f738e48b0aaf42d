import { afterAll, beforeAll, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedFirms } from "#prisma/seed/seed-firms";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { makeList } from "~/features/lists/use-cases/make-list.server";
import { readCaseRecord } from "./read-case-record.server";
import { readDeskCase } from "./read-desk-case.server";
import { reviewCase } from "./review-case.server";
import { readReviewForm } from "~/routes/desk/desk.cases.$id/review-form.server";

const itemId = "zone-iii-002";
let process: TestProcess;
const actors = new Map<string, UserActor>();
let id: string;

beforeAll(async () => {
  process = await testProcess();
  const now = process.clock.now();
  const [firm] = await seedFirms(process.prisma, process.catalogue, { firms: 3, seed: 1, now });
  if (!firm) throw new Error("no firm");
  await seedAccounts(process.prisma, [firm], { seed: 1, now });
  for (const {
    id: userId,
    loginName,
    displayName,
    departmentId,
    regionCode,
    roles,
  } of await process.prisma.user.findMany()) {
    const own = roles as StaffRole[];
    actors.set(loginName, {
      kind: "user",
      userId,
      loginName,
      displayName,
      locale: "zh",
      roles: own,
      departmentId,
      regionCode,
      sessionId: "s",
      address: null,
      memberships: [],
      enterpriseId: null,
      permissions: permissionsOf(own, null),
    });
  }
  const bytes = new TextEncoder().encode(
    `统一社会信用代码,金额（元）,依据文件,依据文号\n${firm.creditCode},500000,认定名单,示例〔2026〕1号\n`,
  );
  await perform(process, actor("reviewer"), (deps) =>
    makeList(
      { ...deps, actor: actor("reviewer") },
      { itemId, source: { kind: "upload", fileName: "list.csv", bytes } },
    ),
  );
  ({ id } = await process.prisma.application.findFirstOrThrow({ where: { itemId } }));
});
afterAll(() => process.close());

function actor(login: string): UserActor {
  const found = actors.get(login);
  if (!found) throw new Error(login);
  return found;
}

/** The form of the desk as a browser sends it. */
const refuse = (fields: Record<string, string>, key: string) => {
  const by = actor("approver");
  return perform(process, by, (deps) =>
    reviewCase(
      { ...deps, actor: by },
      readReviewForm(id, {
        action: "LIST_REFUSED",
        comment: "条件未达到",
        version: "1",
        idempotencyKey: key,
        ...fields,
      }),
    ),
  );
};

it("a refusal names conditions of the item alone, and the record states them beside the firm's figures", async () => {
  const by = actor("approver");
  const shown = await perform(process, by, (deps) => readDeskCase({ ...deps, actor: by }, id, "en"));
  expect(shown.clauses.length).toBeGreaterThan(0);
  const [clause] = shown.clauses;
  const { version } = await process.prisma.application.findUniqueOrThrow({ where: { id } });
  await expect(refuse({ "clause-/all/99": "1", version: String(version) }, "a")).rejects.toMatchObject({
    code: "request.failed",
    status: 400,
  });
  await refuse({ [`clause-${clause?.path ?? ""}`]: "1", version: String(version) }, "b");
  expect(await process.prisma.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
    failedConditions: [clause?.path],
    rejectionReason: "条件未达到",
  });
  const { failedClauses } = await readCaseRecord({ tx: process.prisma, catalogue: process.catalogue }, id);
  const chinese = (await perform(process, by, (deps) => readDeskCase({ ...deps, actor: by }, id, "zh"))).clauses.find(
    ({ path }) => path === clause?.path,
  );
  expect(failedClauses.map((each) => each.clause)).toContain(chinese?.clause);
});

it("the firm reads on its own page the conditions in its language, the policy's text and what it may do", async () => {
  const { enterpriseId, failedConditions } = await process.prisma.application.findUniqueOrThrow({ where: { id } });
  const by = actor("approver");
  const [zh, en] = [
    await readTrack({ ...process, tx: process.prisma }, id, enterpriseId, "zh"),
    await readTrack({ ...process, tx: process.prisma }, id, enterpriseId, "en"),
  ];
  const desk = await perform(process, by, (deps) => readDeskCase({ ...deps, actor: by }, id, "en"));
  const named = desk.clauses.find(({ path }) => failedConditions.includes(path));
  expect(en.refusal?.clauses).toContainEqual(expect.objectContaining({ clause: named?.clause, own: named?.own }));
  expect(zh.refusal?.clauses.map(({ clause }) => clause)).not.toEqual(en.refusal?.clauses.map(({ clause }) => clause));
  expect(zh.refusal).toMatchObject({
    document: process.catalogue.byId.get(itemId)?.item.document.title,
    text: process.catalogue.byId.get(itemId)?.item.summary,
  });
  expect(zh.rejectionReason).toBe("条件未达到");
  await expect(readTrack({ ...process, tx: process.prisma }, id, by.userId, "zh")).rejects.toMatchObject({
    status: 404,
  });
});
