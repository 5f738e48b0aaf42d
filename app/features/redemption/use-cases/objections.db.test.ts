import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedFirms } from "#prisma/seed/seed-firms";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { startOfDay, addDays } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import type { Deps } from "~/platform/context.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { ReviewAction } from "../domain/review-actions";
import { makeList } from "~/features/lists/use-cases/make-list.server";
import { handleObjectionForm } from "~/routes/public/publicity.$id/objection-form.server";
import { readDeskCase } from "./read-desk-case.server";
import { confirmObjection, linkMail, requestObjection } from "./request-objection.server";
import { reviewCase, type Review } from "./review-case.server";
import { expiries } from "~/contexts.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";

const itemId = "zone-iii-002";
const key = Buffer.alloc(32, 7);
const stranger = { kind: "system", name: "worker" } as const;
const basis = "评定结果公布名单,示例〔2026〕1号";
const words = { objector: "某公司", contact: "0555-0000000", text: "企业不在名单内" };
let process: TestProcess;
let firm: { id: string; creditCode: string };
let publicityId: string;
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
const caseRow = () => process.prisma.application.findFirstOrThrow({ where: { enterpriseId: firm.id, itemId } });

async function step(
  login: string,
  action: ReviewAction,
  { comment = "", ...more }: Partial<Pick<Review, "comment" | "objectionId" | "basisSeen">>,
) {
  const { id, version } = await caseRow();
  await as(login, (deps) =>
    reviewCase(deps, {
      id,
      action,
      comment,
      points: [],
      approvedFen: null,
      ...more,
      idempotencyKey: `${action}:${version}:${login}`,
      expectedVersion: version,
    }),
  );
}

const deadlines = async () => {
  const open = { handledAt: null, cancelledAt: null };
  const rows = await process.prisma.deadline.findMany({ where: open, orderBy: { dueAt: "asc" } });
  return rows.map(({ kind, dueAt }) => ({ kind, dueAt }));
};
const objections = () => process.prisma.objection.findMany({ orderBy: { raisedAt: "asc" } });
const told = async (kind: string) =>
  (await process.prisma.outbox.findMany()).filter(({ payload }) => (payload as { kind?: string }).kind === kind).length;
const ask = (email: string) =>
  perform(process, stranger, (deps) => requestObjection(deps, key, { publicityId, ...words, email }));
const object = (login: string, more: Record<string, string> = {}) =>
  as(login, (deps) =>
    handleObjectionForm(
      deps,
      { publicityId, key, user: deps.actor },
      { ...words, idempotencyKey: deps.random.uuid(), ...more },
    ),
  );
const confirm = (token: string) => perform(process, stranger, (deps) => confirmObjection(deps, token));

/** The token of the newest link. */
async function sentToken(): Promise<string> {
  const row = await process.prisma.objectionRequest.findFirstOrThrow({ orderBy: { id: "desc" } });
  const mail = await linkMail({ tx: process.prisma }, key, row.id);
  return new URL(mail?.href ?? "", "https://hqt.example").searchParams.get("token") ?? "";
}

describe("an objection", () => {
  it("that nobody stands by stops nothing", async () => {
    await as("reviewer", (deps) =>
      makeList(deps, {
        itemId,
        source: upload(`统一社会信用代码,金额（元）,依据文件,依据文号\n${firm.creditCode},500000,${basis}\n`),
      }),
    );
    await step("approver", "LIST_APPROVED", { basisSeen: true });
    publicityId = (await process.prisma.publicity.findFirstOrThrow()).id;
    const before = await deadlines();
    expect(before).toMatchObject([{ kind: "publicity" }]);
    for (let sent = 0; sent < 3; sent += 1) await ask(" Objector@Example.com ");
    await expect(ask("objector@example.com")).rejects.toMatchObject({
      code: "redemption.objection-limit",
      status: 429,
    });
    await expect(ask("not an address")).rejects.toMatchObject({ code: "redemption.email-wrong" });
    expect(await objections()).toEqual([]);
    expect(await deadlines()).toEqual(before);
    const token = await sentToken();
    const stored = JSON.stringify([
      await process.prisma.objectionRequest.findMany(),
      (await process.prisma.outbox.findMany()).map(({ payload }) => payload),
    ]);
    expect(stored, "the database can't open the link").not.toContain(token);
    await expect(confirm(`${token}x`)).rejects.toMatchObject({ code: "redemption.link-over" });
  });

  it("is raised once by the link, which is good for a day, and stops the publicity until it is read", async () => {
    const began = process.clock.now();
    const token = await sentToken();
    process.clock.set(new Date(began.getTime() + 24 * 3_600_000));
    await expect(confirm(token)).rejects.toMatchObject({ code: "redemption.link-over", status: 404 });
    process.clock.set(began);
    const [id, again] = [await confirm(token), await confirm(token)];
    expect(again).toBe(id);
    expect(await objections()).toMatchObject([{ id, source: "mail", email: "objector@example.com", admittedAt: null }]);
    expect(await deadlines(), "the publicity has no term meanwhile").toMatchObject([{ kind: "admission" }]);
    expect(await told("objectionReceived")).toBe(1);
  });

  it("is one a person and publicity", async () => {
    await process.prisma.objectionRequest.updateMany({ data: { createdAt: new Date(0) } });
    await ask("objector@example.com");
    await expect(sentToken().then(confirm)).rejects.toMatchObject({ code: "redemption.objection-again" });
    await object("finance");
    await expect(object("finance")).rejects.toMatchObject({ code: "redemption.objection-again" });
    expect((await objections()).map(({ source }) => source)).toEqual(["mail", "user"]);
  });

  it("shows its objector to those who look into it alone", async () => {
    const { id } = await caseRow();
    const seen = (login: string) => as(login, (deps) => readDeskCase(deps, id, "zh"));
    expect((await seen("head")).objections).toMatchObject([
      { text: words.text, who: { objector: "某公司", contact: words.contact } },
      { text: words.text },
    ]);
    for (const involved of ["reviewer", "approver"])
      expect(JSON.stringify((await seen(involved)).objections), involved).not.toContain(words.contact);
  });

  it("is refused with a reason by somebody who decided nothing; the publicity waits for the last one", async () => {
    const [first, second] = await objections();
    await expect(
      step("approver", "OBJECTION_REFUSED", { comment: "无关", objectionId: first?.id }),
    ).rejects.toMatchObject({
      code: "redemption.same-person",
    });
    await expect(step("head", "OBJECTION_REFUSED", { objectionId: first?.id })).rejects.toMatchObject({
      code: "redemption.reason-missing",
    });
    await step("head", "OBJECTION_REFUSED", { comment: "与本公示无关", objectionId: first?.id });
    expect(await deadlines()).toMatchObject([{ kind: "admission" }]);
    await expect(step("head", "OBJECTION_REFUSED", { comment: "再次", objectionId: first?.id })).rejects.toMatchObject({
      code: "redemption.objection-read",
    });
    await step("head", "OBJECTION_REFUSED", { comment: "没有线索", objectionId: second?.id });
    const { endsOn } = await process.prisma.publicity.findFirstOrThrow();
    expect(await deadlines()).toEqual([{ kind: "publicity", dueAt: startOfDay(addDays(endsOn, 1)) }]);
    expect(await objections()).toMatchObject([
      { outcome: "refused", answer: "与本公示无关" },
      { outcome: "refused", answer: "没有线索" },
    ]);
    expect(await told("objectionRefused")).toBe(2);
  });

  it("is entered by an official who says what was seen, admitted by silence, and joined by later ones", async () => {
    await expect(object("reviewer")).rejects.toMatchObject({ code: "redemption.identity-missing" });
    const entered = { identity: "居民身份证，与本人相符", idempotencyKey: "once" };
    const before = (await objections()).length;
    expect(await object("reviewer", entered), "sent twice").toBe(await object("reviewer", entered));
    expect(await objections()).toHaveLength(before + 1);
    const { endsOn } = await process.prisma.publicity.findFirstOrThrow();
    process.clock.set(startOfDay(addDays(endsOn, 10)));
    await runDeadlines({ ...process, log: { warn: () => undefined } as never }, expiries);
    expect((await caseRow()).state).toBe("publicity");
    expect((await objections()).at(-1)).toMatchObject({
      source: "inPerson",
      identity: "居民身份证，与本人相符",
      admission: "silence",
    });
    await object("owner");
    expect((await objections()).at(-1)).toMatchObject({ source: "user", admission: "joined" });
    await step("head", "OBJECTION_SETTLED", { comment: "经核实符合条件" });
    expect((await objections()).map(({ outcome }) => outcome)).toEqual([
      "refused",
      "refused",
      "dismissed",
      "dismissed",
    ]);
    await runDeadlines({ ...process, log: { warn: () => undefined } as never }, expiries);
    expect((await caseRow()).state, "its own term was over").toBe("confirming");
  });
});
