import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { hashPassword, verifyPassword } from "../adapters/password.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { officialSchema } from "../identity.schema";
import { handOver } from "~/contexts.server";
import { changeOffice, resetPassword, setDisabled } from "./change-official.server";
import { changePassword } from "./change-password.server";
import { speak } from "~/words/i18n.server";
import { mailPasswordLink } from "./mail-password-link.server";
import { setPassword } from "./set-password.server";
import { createOfficial } from "./create-official.server";
import { decideAddress, proposeAddress } from "./official-address.server";
import { endSession } from "./end-session.server";
import { countWithoutMail, readOfficials } from "./read-officials.server";
import { readSessions } from "./read-sessions.server";
import { openSession } from "./sign-in.server";

let process: TestProcess;
let administrator: UserActor;
beforeAll(async () => {
  process = await testProcess();
  administrator = await official("admin", ["systemAdministrator"]);
});
afterAll(() => process.close());

const from = { address: "192.0.2.9", userAgent: null };

async function official(loginName: string, roles: StaffRole[]): Promise<UserActor> {
  const passwordHash = await hashPassword("three white herons");
  const { id } = await process.prisma.user.create({
    data: {
      loginName,
      displayName: loginName,
      passwordHash,
      roles,
      regionCode: "340500",
      createdAt: process.clock.now(),
    },
  });
  await openSession(process, id, from);
  const { id: sessionId } = await process.prisma.session.findFirstOrThrow({ where: { userId: id } });
  const nothing = { departmentId: null, regionCode: "340500", memberships: [], enterpriseId: null, address: null };
  return {
    kind: "user",
    userId: id,
    loginName,
    displayName: loginName,
    locale: "zh",
    roles,
    sessionId,
    permissions: permissionsOf(roles, null),
    ...nothing,
  };
}

/** The token of the link that is mailed. */
async function linkOf(userId: string): Promise<string> {
  let text = "";
  const mailer = { send: (mail: { text: string }) => Promise.resolve(void (text = mail.text)) };
  await mailPasswordLink({ ...process, mailer, speak, env: { PUBLIC_URL: undefined, PORT: 3000 } }, { userId });
  return /set-password\/(\S+)/.exec(text)?.[1] ?? "";
}

const form = (loginName: string, more: object = {}) =>
  officialSchema.parse({
    loginName,
    displayName: "初审员",
    email: `${loginName}@office.example`,
    departmentId: "city-science",
    regionCode: "340500",
    roles: ["reviewer"],
    ...more,
  });

const enter = (userId: string, email: string) =>
  perform(process, administrator, (deps) => proposeAddress({ ...deps, actor: administrator }, userId, email));

async function decideWaiting(userId: string, actor: UserActor, decision: { confirmed: boolean; reason: string }) {
  const { id } = await process.prisma.addressProposal.findFirstOrThrow({ where: { userId, status: "proposed" } });
  await perform(process, actor, (deps) => decideAddress({ ...deps, actor }, { id, ...decision }));
}

/** A security administrator has asked the official. */
async function confirmAddress(userId: string): Promise<void> {
  const guard = await official(`guard-${userId}`, ["securityAdministrator"]);
  await decideWaiting(userId, guard, { confirmed: true, reason: "" });
}

describe("officials' accounts", () => {
  it("are made without a password that anybody knows; the official sets it by the mailed link, once, within a day", async () => {
    const watcher = await official("watcher", ["auditor"]);
    expect(await createOfficial(process, administrator, form("science"))).toBeNull();
    const stored = await process.prisma.user.findUniqueOrThrow({ where: { loginName: "science" } });
    expect(stored).toMatchObject({ roles: ["reviewer"], departmentId: "city-science", regionCode: "340500" });
    expect(stored.email).toBeNull();
    expect([await linkOf(stored.id), await process.prisma.outbox.count({ where: { topic: "password-link" } })]).toEqual(
      ["", 0],
    );
    await confirmAddress(stored.id);
    const orders = await process.prisma.outbox.findMany({ where: { topic: { in: ["notice", "password-link"] } } });
    expect(orders.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { userId: stored.id },
        expect.objectContaining({ to: { userId: watcher.userId }, kind: "officialCreated" }),
      ]),
    );
    const first = await linkOf(stored.id);
    const token = await linkOf(stored.id);
    await expect(setPassword(process, first, "four grey herons")).rejects.toMatchObject({
      code: "identity.link-spent",
    });
    expect(await setPassword(process, token, "short")).toEqual({ problem: "problem.tooShort" });
    expect(await setPassword(process, token, "four grey herons")).toEqual({ userId: stored.id });
    await expect(setPassword(process, token, "five grey herons")).rejects.toMatchObject({
      code: "identity.link-spent",
    });
    const { passwordHash } = await process.prisma.user.findUniqueOrThrow({ where: { id: stored.id } });
    expect(await verifyPassword(passwordHash, "four grey herons")).toBe(true);
    const late = await linkOf(stored.id);
    const start = process.clock.now();
    process.clock.set(new Date(start.getTime() + 24 * 3600_000));
    await expect(setPassword(process, late, "five grey herons")).rejects.toMatchObject({ code: "identity.link-spent" });
    process.clock.set(start);
  });

  it("reset lose their password at once; the official and those who watch are told, who resets learns nothing", async () => {
    const { userId } = await official("forgot", ["policyAuthor"]);
    await expect(resetPassword(process, administrator, userId)).rejects.toMatchObject({ code: "identity.no-mail" });
    await enter(userId, "forgot@office.example");
    await expect(resetPassword(process, administrator, userId)).rejects.toMatchObject({ code: "identity.no-mail" });
    await confirmAddress(userId);
    expect(await resetPassword(process, administrator, userId)).toBeUndefined();
    const { passwordHash } = await process.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(await verifyPassword(passwordHash, "three white herons")).toBe(false);
    const kinds = await process.prisma.outbox.findMany({ where: { topic: "notice" } });
    const told = kinds.map(({ payload }) => (payload as { kind: string }).kind);
    expect(told).toEqual(expect.arrayContaining(["passwordReset", "officialReset"]));
  });

  it("without a mail address get one that a second person has confirmed; a refused one sends nothing and is told", async () => {
    const { userId } = await official("unreached", ["policyAuthor"]);
    const missing = await countWithoutMail(process.prisma);
    await enter(userId, "wrong@office.example");
    await enter(userId, "typo@office.example");
    expect(await process.prisma.addressProposal.count({ where: { userId, status: "replaced" } })).toBe(1);
    const decide = (actor: UserActor, confirmed: boolean, reason = "") =>
      decideWaiting(userId, actor, { confirmed, reason });
    await expect(decide(administrator, true)).rejects.toMatchObject({ code: "identity.two-persons" });
    const guard = await official("guard-2", ["securityAdministrator"]);
    await expect(decide(guard, false, " ")).rejects.toMatchObject({ code: "redemption.reason-missing" });
    await decide(guard, false, "不是本人邮箱");
    const told = await process.prisma.outbox.findMany({ where: { topic: "notice" } });
    expect(told.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ to: { userId: administrator.userId }, kind: "addressRefused" }),
    );
    expect(await countWithoutMail(process.prisma)).toBe(missing + 1);
    await enter(userId, "right@office.example");
    await decide(guard, true);
    expect(await process.prisma.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      email: "right@office.example",
    });
    expect(await process.prisma.outbox.findMany({ where: { topic: "password-link" } })).toEqual(
      expect.arrayContaining([expect.objectContaining({ payload: { userId } })]),
    );
    await expect(enter(userId, "other@office.example")).rejects.toMatchObject({ code: "identity.has-address" });
    await expect(enter(administrator.userId, "own@office.example")).rejects.toMatchObject({
      code: "identity.own-account",
    });
  });

  it.each([
    [{ roles: ["systemAdministrator", "auditor"] }, "roles", "problem.rolesSeparated"],
    [{ departmentId: "" }, "departmentId", "problem.officeNeeded"],
    [{ departmentId: "no-such-office" }, "departmentId", "problem.choose"],
  ])("%o is refused", async (more, field, problem) => {
    expect(await createOfficial(process, administrator, form("refused", more))).toEqual({ field, problem });
    expect(await process.prisma.user.count({ where: { loginName: "refused" } })).toBe(0);
  });

  it("can't be administered by their own holder", async () => {
    const own = administrator.userId;
    const office = { roles: ["auditor" as const], departmentId: null, regionCode: null };
    await expect(
      perform(process, administrator, (deps) =>
        changeOffice({ ...deps, actor: administrator, handOver }, own, 1, office),
      ),
    ).rejects.toMatchObject({ code: "identity.own-account" });
    await expect(
      perform(process, administrator, (deps) => setDisabled({ ...deps, actor: administrator, handOver }, own, true)),
    ).rejects.toMatchObject({ code: "identity.own-account" });
    await expect(resetPassword(process, administrator, own)).rejects.toMatchObject({ code: "identity.own-account" });
  });

  it("lose their sessions when disabled and when the password is reset", async () => {
    for (const [name, act] of [
      [
        "gone-one",
        (id: string) =>
          perform(process, administrator, (deps) => setDisabled({ ...deps, actor: administrator, handOver }, id, true)),
      ],
      [
        "gone-two",
        async (id: string) => {
          await process.prisma.user.update({ where: { id }, data: { email: "two@office.example" } });
          await resetPassword(process, administrator, id);
        },
      ],
    ] as const) {
      const { userId } = await official(name, ["policyAuthor"]);
      await act(userId);
      expect(await process.prisma.session.count({ where: { userId } })).toBe(0);
    }
  });

  it("changed by two at once keep the first change and tell the second", async () => {
    const { userId } = await official("twice", ["policyAuthor"]);
    const change = (roles: StaffRole[]) =>
      perform(process, administrator, (deps) =>
        changeOffice({ ...deps, actor: administrator, handOver }, userId, 1, {
          roles,
          departmentId: null,
          regionCode: "340500",
        }),
      );
    expect(await change(["economicOffice"])).toBeNull();
    await expect(change(["auditor"])).rejects.toMatchObject({ code: "identity.changed-meanwhile" });
  });

  it("are listed by role and department, without the people of firms", async () => {
    await process.prisma.user.create({
      data: { loginName: "firm-person", displayName: "企业人员", passwordHash: "-", createdAt: process.clock.now() },
    });
    const all = await readOfficials(process.prisma, { search: "", role: null, departmentId: "" }, 1);
    expect(all.officials.map(({ loginName }) => loginName)).not.toContain("firm-person");
    const science = await readOfficials(
      process.prisma,
      { search: "", role: "reviewer", departmentId: "city-science" },
      1,
    );
    expect(science.officials.map(({ loginName }) => loginName)).toEqual(["science"]);
  });
});

describe("sessions", () => {
  it("other than the own one end with a new password", async () => {
    const actor = await official("changer", ["policyAuthor"]);
    await openSession(process, actor.userId, from);
    expect(
      await changePassword(process, actor, { currentPassword: "wrong", freshPassword: "four grey herons" }),
    ).toEqual({ field: "currentPassword", problem: "problem.currentPassword" });
    expect(await process.prisma.session.count({ where: { userId: actor.userId } })).toBe(2);
    expect(
      await changePassword(process, actor, {
        currentPassword: "three white herons",
        freshPassword: "four grey herons",
      }),
    ).toBeNull();
    expect(await process.prisma.session.findMany({ where: { userId: actor.userId }, select: { id: true } })).toEqual([
      { id: actor.sessionId },
    ]);
  });

  it("are listed while they live and ended only within the scope", async () => {
    const [one, other] = [await official("lister", ["policyAuthor"]), await official("other", ["policyAuthor"])];
    await expect(
      perform(process, one, (deps) => endSession(deps, { userId: one.userId }, other.sessionId)),
    ).rejects.toMatchObject({ status: 404 });
    await perform(process, one, (deps) => endSession(deps, "all", other.sessionId));
    const listed = () => readSessions({ tx: process.prisma, clock: process.clock }, { userId: one.userId }, 1);
    expect((await listed()).total).toBe(1);
    expect((await readSessions({ tx: process.prisma, clock: process.clock }, { userId: other.userId }, 1)).total).toBe(
      0,
    );
    const start = process.clock.now();
    process.clock.set(new Date(start.getTime() + 31 * 60_000));
    expect((await listed()).total).toBe(0);
    process.clock.set(start);
  });
});
