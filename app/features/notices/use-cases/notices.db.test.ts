import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { NoticeOrder } from "../domain/notice-order";
import { createMailer } from "../adapters/mail-gateway.server";
import { deliverNotice } from "./deliver-notice.server";
import { speak } from "~/words/i18n.server";
import { mailNotice } from "./mail-notice.server";
import { markAllRead, openNotice } from "./mark-notices-read.server";
import { readNotices, unreadCount } from "./read-notices.server";

let process: TestProcess;
const mailFolder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-mail-"));
beforeAll(async () => {
  process = await testProcess();
});
afterAll(async () => {
  rmSync(mailFolder, { recursive: true });
  await process.close();
});

let serial = 0;
async function person(more: object = {}): Promise<string> {
  serial += 1;
  const data = {
    loginName: `person-${serial}`,
    displayName: `人员${serial}`,
    passwordHash: "-",
    createdAt: process.clock.now(),
    ...more,
  };
  return (await process.prisma.user.create({ data })).id;
}

async function firm(...userIds: string[]): Promise<string> {
  serial += 1;
  const createdAt = process.clock.now();
  const memberships = { create: userIds.map((userId) => ({ userId, role: "viewer", createdAt })) };
  const data = {
    creditCode: `firm-${serial}`,
    name: "示例有限公司",
    legalForm: "company",
    regionCode: "340503",
    industryCode: "C3421",
    createdAt,
    memberships,
  };
  return (await process.prisma.enterprise.create({ data })).id;
}

const order = (to: NoticeOrder["to"], dedupKey: string): NoticeOrder => ({
  to,
  kind: "matchOpened",
  params: { item: "技术改造补助", sum: "50万元" },
  href: "/firm/matches/x",
  dedupKey,
});
const deliver = (wanted: NoticeOrder) => process.prisma.$transaction((tx) => deliverNotice({ ...process, tx }, wanted));
const noticesOf = (userId: string) => process.prisma.notice.findMany({ where: { userId } });
const own = (userId: string) => ({
  tx: process.prisma,
  clock: process.clock,
  actor: { kind: "user", userId } as Parameters<typeof markAllRead>[0]["actor"],
});

describe("telling people", () => {
  it("tells once, however often the order is carried out, and also when twice at once", async () => {
    const userId = await person({ email: "one@example.com" });
    await deliver(order({ userId }, "a"));
    await Promise.all([deliver(order({ userId }, "a")), deliver(order({ userId }, "a"))]);
    const told = await noticesOf(userId);
    expect(told).toHaveLength(1);
    expect(
      await process.prisma.outbox.count({
        where: { topic: "mail", payload: { path: ["noticeId"], equals: told[0]?.id } },
      }),
    ).toBe(1);
    await deliver(order({ userId }, "b"));
    expect(await noticesOf(userId)).toHaveLength(2);
  });

  it("tells every member of a firm and nobody else; no mail where there is no address, nothing to a disabled account", async () => {
    const [member, colleague, left, stranger] = await Promise.all([
      person(),
      person(),
      person({ disabledAt: new Date() }),
      person(),
    ]);
    const enterpriseId = await firm(member, colleague, left);
    const mails = await process.prisma.outbox.count({ where: { topic: "mail" } });
    await deliver(order({ enterpriseId }, "c"));
    expect(
      await Promise.all([member, colleague, left, stranger].map(async (id) => (await noticesOf(id)).length)),
    ).toEqual([1, 1, 0, 0]);
    expect(await process.prisma.outbox.count({ where: { topic: "mail" } })).toBe(mails);
  });

  it("tells those of an office who can act, not its others, nor another place's", async () => {
    const office = { departmentId: "city-industry", regionCode: "340500" };
    const people = [
      await person({ ...office, roles: ["reviewer"] }),
      await person({ ...office, roles: ["policyAuthor"] }),
      await person({ ...office, roles: ["expert"] }),
      await person({ ...office, roles: ["approver"], disabledAt: process.clock.now() }),
      await person({ ...office, regionCode: "340503", roles: ["reviewer"] }),
    ];
    const told = () => Promise.all(people.map(async (id) => (await noticesOf(id)).length));
    await deliver(order({ office, needs: "review:application:department" }, "work"));
    expect(await told()).toEqual([1, 0, 0, 0, 0]);
    await deliver(order({ office, needs: "score:application:department" }, "panel"));
    expect(await told()).toEqual([1, 0, 1, 0, 0]);
    const except = people.slice(0, 1);
    await deliver(order({ office, needs: "review:application:department", except }, "barred"));
    expect(await told(), "who may not act hears nothing").toEqual([1, 0, 1, 0, 0]);
  });

  it("tells those of the whole platform where no office is named", async () => {
    const administrators = [
      await person({ roles: ["systemAdministrator"] }),
      await person({ roles: ["systemAdministrator"], regionCode: "340500" }),
      await person({ roles: ["auditor"] }),
    ];
    await deliver(order({ office: null, needs: "resolve:trouble:all" }, "trouble"));
    expect(await Promise.all(administrators.map(async (id) => (await noticesOf(id)).length))).toEqual([1, 1, 0]);
  });

  it("someone who joins later is told when the order is repeated", async () => {
    const first = await person();
    const enterpriseId = await firm(first);
    await deliver(order({ enterpriseId }, "e"));
    const second = await person();
    await process.prisma.membership.create({
      data: { userId: second, enterpriseId, role: "viewer", createdAt: process.clock.now() },
    });
    await deliver(order({ enterpriseId }, "e"));
    expect([(await noticesOf(first)).length, (await noticesOf(second)).length]).toEqual([1, 1]);
  });
});

describe("mail", () => {
  it("is one file a notice, in the person's language, with the reason and the way there", async () => {
    const userId = await person({ email: "reader@example.com", locale: "en" });
    await deliver(order({ userId }, "mail"));
    const [notice] = await noticesOf(userId);
    const mailer = createMailer({ MAIL_SINK_DIR: mailFolder, MAIL_FROM: "huiqitong@example.com" });
    const send = () =>
      mailNotice({ tx: process.prisma, mailer, speak, publicUrl: "https://hqt.example.com" }, notice?.id ?? "");
    await send();
    await send();
    expect(readdirSync(mailFolder)).toEqual([`${notice?.id}.eml`]);
    const [head = "", body = ""] = readFileSync(path.join(mailFolder, `${notice?.id}.eml`), "utf8").split("\n\n");
    expect(head).toContain("To: reader@example.com");
    expect(head).toContain("Subject: One more policy fits your firm");
    const text = Buffer.from(body, "base64").toString("utf8");
    expect(text).toContain("技术改造补助");
    expect(text).toContain("50万元");
    expect(text).toContain("https://hqt.example.com/firm/matches/x");
  });
});

describe("reading", () => {
  it("counts the unread, opens one, and marks all", async () => {
    const userId = await person();
    for (const key of ["1", "2", "3"]) await deliver(order({ userId }, key));
    const [first] = await noticesOf(userId);
    expect(await openNotice(own(userId), first?.id ?? "")).toBe("/firm/matches/x");
    expect(await unreadCount(process.prisma, userId)).toBe(2);
    expect((await readNotices(process.prisma, userId, { unreadOnly: true, page: 1 })).total).toBe(2);
    expect((await readNotices(process.prisma, userId, { unreadOnly: false, page: 1 })).lines).toHaveLength(3);
    expect(await markAllRead(own(userId))).toBe(2);
    expect(await unreadCount(process.prisma, userId)).toBe(0);
  });

  it("hides other people's notices", async () => {
    const [mine, theirs] = [await person(), await person()];
    await deliver(order({ userId: theirs }, "x"));
    const [notice] = await noticesOf(theirs);
    await expect(openNotice(own(mine), notice?.id ?? "")).rejects.toMatchObject({ status: 404 });
    expect(await unreadCount(process.prisma, theirs)).toBe(1);
  });
});
