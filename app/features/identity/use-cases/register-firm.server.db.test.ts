import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registrationSchema } from "~/features/enterprises/enterprises.schema";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { claimFirm } from "./claim-firm.server";
import { registerFirm } from "./register-firm.server";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

let serial = 700;
const form = (more: Record<string, string> = {}) => {
  serial += 1;
  return registrationSchema.parse({
    creditCode: makeCreditCode("340503", serial),
    name: "示例登记有限公司",
    legalForm: "company",
    region: "340503",
    park: "",
    industry: "C3421",
    displayName: "经办人",
    loginName: `person-${serial}`,
    email: "",
    password: "three white herons",
    ...more,
  });
};

describe("registering a firm", () => {
  it("makes person, firm, ownership, audit row and the order to match, together", async () => {
    const input = form();
    const result = await registerFirm(process, input);
    if (result.kind !== "registered") throw new Error(result.kind);
    const firm = await process.prisma.enterprise.findUniqueOrThrow({
      where: { id: result.enterpriseId },
      include: { memberships: true },
    });
    expect(firm).toMatchObject({
      creditCode: input.creditCode,
      regionCode: "340503",
      industryCode: "C3421",
      memberships: [{ userId: result.userId, role: "owner" }],
    });
    expect(
      await process.prisma.auditEvent.count({ where: { action: "enterprise.registered", enterpriseId: firm.id } }),
    ).toBe(1);
    expect(
      await process.prisma.outbox.count({
        where: { topic: "rematch-enterprise", payload: { path: ["enterpriseId"], equals: firm.id } },
      }),
    ).toBe(1);
  });

  it("never stores the password", async () => {
    const input = form();
    await registerFirm(process, input);
    const { passwordHash } = await process.prisma.user.findUniqueOrThrow({ where: { loginName: input.loginName } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    [{ password: "12345678" }, "password", "problem.common"],
    [{ region: "999999" }, "region", "problem.region"],
    [{ industry: "C9999" }, "industry", "problem.industry"],
    [{ park: "没有的园区" }, "park", "problem.choose"],
  ])("%o is refused and leaves nothing behind", async (more, field, problem) => {
    const input = form(more);
    expect(await registerFirm(process, input)).toEqual({ kind: "problem", field, problem });
    expect(await process.prisma.enterprise.count({ where: { creditCode: input.creditCode } })).toBe(0);
    expect(await process.prisma.user.count({ where: { loginName: input.loginName } })).toBe(0);
  });

  it("refuses a login name that is taken, and makes no firm", async () => {
    const first = form();
    await registerFirm(process, first);
    const second = form({ loginName: first.loginName });
    expect(await registerFirm(process, second)).toEqual({
      kind: "problem",
      field: "loginName",
      problem: "problem.loginTaken",
    });
    expect(await process.prisma.enterprise.count({ where: { creditCode: second.creditCode } })).toBe(0);
  });
});

describe("a code that is taken", () => {
  it("makes neither a second firm nor a person, and tells nothing of the first", async () => {
    const first = form();
    await registerFirm(process, first);
    const second = form({ creditCode: first.creditCode });
    expect(await registerFirm(process, second)).toEqual({ kind: "taken" });
    expect(await process.prisma.enterprise.count({ where: { creditCode: first.creditCode } })).toBe(1);
    expect(await process.prisma.user.count({ where: { loginName: second.loginName } })).toBe(0);
  });

  it("goes to one of two who register it at once", async () => {
    const first = form();
    const second = form({ creditCode: first.creditCode });
    const results = await Promise.all([registerFirm(process, first), registerFirm(process, second)]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["registered", "taken"]);
  });

  it("can be claimed: a person outside the firm, an open claim, and a notice for each owner", async () => {
    const first = form();
    const registered = await registerFirm(process, first);
    if (registered.kind !== "registered") throw new Error(registered.kind);
    const claim = { ...form({ creditCode: first.creditCode }), statement: "财务主管" };
    const result = await claimFirm(process, claim);
    if (result.kind !== "claimed") throw new Error(result.kind);
    expect(await process.prisma.membership.count({ where: { userId: result.userId } })).toBe(0);
    expect(await process.prisma.claim.findMany({ where: { userId: result.userId } })).toMatchObject([
      { enterpriseId: registered.enterpriseId, status: "open", statement: "财务主管" },
    ]);
    const told = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["kind"], equals: "claimOpened" } },
    });
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { to: { userId: registered.userId }, href: "/firm/members" },
    ]);
  });

  it("can't be claimed when nobody registered it, and then no account is made", async () => {
    const claim = { ...form(), statement: "财务主管" };
    await expect(claimFirm(process, claim)).rejects.toMatchObject({ code: "identity.claim-impossible" });
    expect(await process.prisma.user.count({ where: { loginName: claim.loginName } })).toBe(0);
  });
});
