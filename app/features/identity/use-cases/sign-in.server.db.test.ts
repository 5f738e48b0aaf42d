import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { hashPassword } from "../adapters/password.server";
import { findSession } from "../adapters/session.repository.server";
import { signIn } from "./sign-in.server";

let process: TestProcess;
const password = "three white herons";

beforeAll(async () => {
  process = await testProcess();
  await process.prisma.user.create({
    data: {
      loginName: "herons",
      displayName: "经办人",
      passwordHash: await hashPassword(password),
      createdAt: process.clock.now(),
    },
  });
});
afterAll(() => process.close());

const attempt = (loginName: string, tried: string) =>
  signIn(process, { loginName, password: tried, address: "192.0.2.7", userAgent: null });

describe("signing in", () => {
  it("opens a session whose token is not what is stored", async () => {
    const token = await attempt(" Herons ", password);
    expect(await findSession(process.prisma, token, process.clock.now())).toMatchObject({
      user: { loginName: "herons" },
      address: "192.0.2.7",
    });
    expect(await process.prisma.session.findUnique({ where: { id: token } })).toBeNull();
  });

  it("makes a new session at each login", async () => {
    expect(await attempt("herons", password)).not.toBe(await attempt("herons", password));
  });

  it("says the same to a wrong password and to a name that nobody has", async () => {
    const wrong = await attempt("herons", "four white herons").catch((error: unknown) => error);
    const nobody = await attempt("nobody-here", password).catch((error: unknown) => error);
    expect(wrong).toMatchObject({ code: "identity.sign-in-failed", status: 401, params: {} });
    expect(nobody).toMatchObject({ code: "identity.sign-in-failed", status: 401, params: {} });
  });

  it("locks at the fifth failure, even for the right password, and opens after fifteen minutes", async () => {
    await attempt("herons", password);
    for (let tries = 1; tries <= 5; tries += 1)
      await expect(attempt("herons", "wrong")).rejects.toMatchObject({ code: "identity.sign-in-failed" });
    await expect(attempt("herons", password)).rejects.toMatchObject({
      code: "identity.locked",
      status: 429,
      params: { minutes: 15 },
    });
    expect(
      await process.prisma.auditEvent.findFirst({ where: { action: "session.refused" }, orderBy: { id: "desc" } }),
    ).toMatchObject({ after: { address: "192.0.2.7", locked: true } });
    process.clock.set(new Date(process.clock.now().getTime() + 15 * 60_000));
    await expect(attempt("herons", password)).resolves.toEqual(expect.any(String));
  });

  it("refuses a disabled account like a wrong password, and writes every refusal down", async () => {
    const before = await process.prisma.auditEvent.count({ where: { action: "session.refused" } });
    await process.prisma.user.update({ where: { loginName: "herons" }, data: { disabledAt: process.clock.now() } });
    await expect(attempt("herons", password)).rejects.toMatchObject({ code: "identity.sign-in-failed" });
    expect(await process.prisma.auditEvent.count({ where: { action: "session.refused" } })).toBe(before + 1);
  });
});
