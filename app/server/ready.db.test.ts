import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "~/platform/db.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { readiness } from "./ready";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

const sandbox = (isReady: boolean) => ({ warm: () => isReady, ask: () => Promise.reject(new Error("not asked")) });

describe("whether the process can take requests", () => {
  it("says yes where database, migrations, catalogue and register are there", async () => {
    expect(await readiness({ ...process, sandbox: sandbox(true) })).toEqual({
      database: true,
      migrations: true,
      catalogue: true,
      register: true,
    });
  });
  it("says that the register is still read", async () => {
    expect(await readiness({ ...process, sandbox: sandbox(false) })).toMatchObject({ database: true, register: false });
  });
  it("says that a migration is missing", async () => {
    const names = ["0001_initial", "9999_not_yet"];
    expect(await readiness({ ...process, sandbox: sandbox(true) }, names)).toMatchObject({ migrations: false });
  });
  it("answers where the database is away", async () => {
    const away = createDatabase("postgresql://nobody@127.0.0.1:1/none", 1);
    const parts = await readiness({ ...process, prisma: away.prisma, sandbox: sandbox(true) });
    expect(parts).toEqual({ database: false, migrations: false, catalogue: true, register: false });
    await away.close();
  });
});
