import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedFirms } from "#prisma/seed/seed-firms";
import { confirmBenefit } from "~/features/applications/use-cases/confirm-benefit.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { deliverNotice } from "~/features/notices/use-cases/deliver-notice.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { perform } from "~/platform/transact.server";
import type { Deps } from "~/platform/context.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { ReviewAction } from "../domain/review-actions";
import { recuse } from "./recuse.server";
import { makeList } from "~/features/lists/use-cases/make-list.server";
import { raiseObjection } from "./raise-objection.server";
import { reviewCase } from "./review-case.server";
import { expiries } from "~/contexts.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";

const itemId = "zone-iii-002";
const key = Buffer.alloc(32, 7);
let process: TestProcess;
let firm: { id: string; creditCode: string };
const actors = new Map<string, UserActor>();

beforeAll(async () => {
  process = await testProcess();
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 3, seed: 1, now: process.clock.now() });
  await seedAccounts(process.prisma, firms, { seed: 1, now: process.clock.now() });
  firm = await process.prisma.enterprise.findUniqueOrThrow({
    where: { id: firms[0]?.id ?? "" },
    select: { id: true, creditCode: true },
  });
  for (const user of await process.prisma.user.findMany({ include: { memberships: true } })) {
    const roles = user.roles as StaffRole[];
    const membership = user.memberships[0];
    actors.set(user.loginName, {
      kind: "user",
      userId: user.id,
      loginName: user.loginName,
      displayName: user.displayName,
      locale: "zh",
      roles,
      departmentId: user.departmentId,
      regionCode: user.regionCode,
      sessionId: "s",
      address: null,
      memberships: membership
        ? [{ enterpriseId: membership.enterpriseId, enterpriseName: "", role: membership.role as "owner" }]
        : [],
      enterpriseId: membership?.enterpriseId ?? null,
      permissions: permissionsOf(roles, membership ? "owner" : null),
    });
  }
  await as("finance", (deps) =>
    grantBudget(deps, {
      documentId: process.catalogue.registry.documentIdOf(itemId),
      year: 2026,
      fen: 1_000_000_00n,
      idempotencyKey: "g",
    }),
  );
});
afterAll(() => process.close());

function as<T>(login: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>): Promise<T> {
  const actor = actors.get(login);
  if (!actor) throw new Error(login);
  return perform(process, actor, (deps) => work({ ...deps, actor }));
}

const upload = (text: string) => ({
  kind: "upload" as const,
  fileName: "list.csv",
  bytes: new TextEncoder().encode(text),
});
/** The platform does not know whether the firm was recognised; the department names the file that says so. */
const head = "统一社会信用代码,金额（元）,依据文件,依据文号\n";
const basis = "认定名单,示例〔2026〕1号";
const caseRow = () => process.prisma.application.findFirstOrThrow({ where: { enterpriseId: firm.id, itemId } });

async function step(login: string, action: ReviewAction, comment = "", basisSeen = false) {
  const { id, version } = await caseRow();
  await as(login, (deps) =>
    reviewCase(deps, {
      id,
      action,
      comment,
      points: [],
      approvedFen: null,
      basisSeen,
      idempotencyKey: `${action}:${version}`,
      expectedVersion: version,
    }),
  );
}

describe("an apply-free payment", () => {
  it("refuses a list with a mistake whole, with row and reason", async () => {
    const outcome = await as("reviewer", (deps) =>
      makeList(deps, {
        itemId,
        source: upload(`${head}${firm.creditCode},500000,${basis}\n91340500MA00000000,1\n`),
      }),
    );
    expect(outcome).toMatchObject({ ok: false, problems: [{ row: 3, value: "91340500MA00000000", reason: "code" }] });
    expect(await process.prisma.benefitList.count()).toBe(0);
  });

  it("refuses a firm of which a condition is not known, where no basis is named", async () => {
    const outcome = await as("reviewer", (deps) =>
      makeList(deps, { itemId, source: upload(`统一社会信用代码,金额（元）\n${firm.creditCode},500000\n`) }),
    );
    expect(outcome).toMatchObject({ ok: false, problems: [{ row: 2, reason: "basis" }] });
  });

  it("refuses a list whole where one firm's sum is not the one the policy states", async () => {
    const { item } = process.catalogue.byId.get(itemId)!;
    expect(item.amount).toMatchObject({ kind: "fixed", yuan: 500_000, upTo: false });
    for (const yuan of ["499999.99", "500000.01"]) {
      const outcome = await as("reviewer", (deps) =>
        makeList(deps, { itemId, source: upload(`${head}${firm.creditCode},${yuan},${basis}\n`) }),
      );
      expect(outcome).toMatchObject({
        ok: false,
        problems: [{ row: 2, reason: "notExact" }],
        payable: { kind: "exact", fens: [50_000_000n] },
      });
    }
    expect(await process.prisma.benefitList.count()).toBe(0);
  });

  it("needs a second person, and stops at an objection until somebody else has answered", async () => {
    await as("reviewer", (deps) =>
      makeList(deps, { itemId, source: upload(`${head}${firm.creditCode},500000,${basis}\n`) }),
    );
    expect((await caseRow()).state).toBe("listApproval");
    await expect(step("reviewer", "LIST_APPROVED")).rejects.toMatchObject({ status: 403 });
    await expect(step("approver", "LIST_APPROVED")).rejects.toMatchObject({ code: "redemption.basis-untold" });
    await step("approver", "LIST_APPROVED", "", true);
    const publicity = await process.prisma.publicity.findFirstOrThrow();
    await perform(process, { kind: "system", name: "worker" }, (deps) =>
      raiseObjection(deps, {
        publicityId: publicity.id,
        objector: "某公司",
        contact: "555",
        text: "不符合条件",
        source: { kind: "mail", email: "objector@example.com" },
        idempotencyKey: "o1",
      }),
    );
    const { id: applicationId } = await caseRow();
    expect(
      await process.prisma.deadline.findMany({ where: { applicationId, handledAt: null, cancelledAt: null } }),
    ).toMatchObject([{ kind: "admission", event: "OBJECTION_UNREAD" }]);
    await process.prisma.deadline.create({
      data: {
        ...{ subjectType: "application", subjectId: applicationId },
        ...{ kind: "publicity", event: "PUBLICITY_ENDED", dueAt: process.clock.now() },
      },
    });
    process.clock.set(new Date("2026-12-08T02:00:00Z"));
    await runDeadlines({ ...process, log: { warn: () => undefined } as never }, expiries);
    const { id, state } = await caseRow();
    expect(state).toBe("publicity");
    expect(await process.prisma.objection.findFirst(), "nobody read it within a working day").toMatchObject({
      admission: "silence",
      answeredAt: null,
    });
    expect(
      await process.prisma.auditEvent.findFirstOrThrow({ where: { action: "access.refused" } }),
      "what the domain refuses to the worker is on record",
    ).toMatchObject({
      actorId: null,
      actorRole: "system:worker",
      stream: `worker:${id}`,
      after: {
        code: "redemption.objection-open",
        status: 409,
        method: "RUN",
        route: "deadline/PUBLICITY_ENDED",
        needed: "system",
      },
    });
    await expect(step("approver", "OBJECTION_SETTLED", "已核实")).rejects.toMatchObject({
      code: "redemption.same-person",
    });
    await step("head", "OBJECTION_SETTLED", "已核实，符合条件");
    expect(await process.prisma.objection.findFirst()).toMatchObject({
      outcome: "dismissed",
      answer: "已核实，符合条件",
    });
    process.clock.set(new Date("2026-12-08T04:00:00Z"));
    await runDeadlines({ ...process, log: { warn: () => undefined } as never }, expiries);
    expect((await caseRow()).state).toBe("confirming");
  });

  it("is paid when the firm confirms its account with one click", async () => {
    const { id, version } = await caseRow();
    const own = { id, enterpriseId: firm.id, idempotencyKey: "confirm", expectedVersion: version };
    const code = (codeState: string) =>
      process.prisma.enterprise.update({ where: { id: firm.id }, data: { codeState } });
    await code("toConfirm");
    await expect(as("owner", (deps) => confirmBenefit(deps, own, null, key))).rejects.toMatchObject({
      code: "applications.no-account",
    });
    const account = { holder: "示例", bankName: "示例银行", number: "622000001234" };
    await expect(as("owner", (deps) => confirmBenefit(deps, own, account, key))).rejects.toMatchObject({
      code: "applications.code-unconfirmed",
    });
    await code("confirmed");
    await as("owner", (deps) =>
      confirmBenefit(deps, own, { holder: "示例", bankName: "示例银行", number: "622000001234" }, key),
    );
    expect((await caseRow()).state).toBe("payment");
    const payment = await process.prisma.payment.findFirstOrThrow({ where: { applicationId: id } });
    expect(payment.amountFen).toBe(500_000_00n);
  });

  it("tells the firm of every move once, also when one is sent twice", async () => {
    const { id, version } = await caseRow();
    const again = { id, enterpriseId: firm.id, idempotencyKey: "confirm", expectedVersion: version };
    await as("owner", (deps) =>
      confirmBenefit(deps, again, { holder: "示例", bankName: "示例银行", number: "622000001234" }, key),
    ).catch((error: unknown) => expect(error).toMatchObject({ status: 409 }));
    const told = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["to", "enterpriseId"], equals: firm.id } },
      orderBy: { id: "asc" },
    });
    const orders = told
      .map(({ payload }) => payload as unknown as NoticeOrder)
      .filter(({ href }) => href === `/firm/applications/${id}`);
    expect(orders.map(({ kind }) => kind)).toEqual(["case.publicity", "case.confirming", "case.payment"]);
    for (const order of [...orders, ...orders])
      await process.prisma.$transaction((tx) => deliverNotice({ ...process, tx }, order));
    const people = await process.prisma.membership.count({ where: { enterpriseId: firm.id } });
    expect(await process.prisma.notice.count({ where: { kind: { startsWith: "case." } } })).toBe(3 * people);
  });

  it("keeps away who declared an interest, and gives the work to a colleague", async () => {
    const { id } = await caseRow();
    await as("head", (deps) => recuse(deps, { applicationId: id, reason: "亲属任职" }));
    expect(await process.prisma.recusal.findFirst()).toMatchObject({
      kind: "declared",
      replacementId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await expect(step("head", "OBJECTION_SETTLED", "-")).rejects.toMatchObject({ status: 403 });
  });
});
