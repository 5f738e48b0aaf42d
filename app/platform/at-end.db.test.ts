import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atEnd, writeBefore } from "./at-end.server";
import { transact, type Tx } from "./db.server";
import { testProcess, type TestProcess } from "./testing/test-database";
import { changes, insertion, insertRows, updateRow, writing, writeTogether } from "./write-rows.server";

let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

const message = (topic: string) => ({
  topic,
  payload: { n: 1, 字: null },
  createdAt: new Date(0),
  availableAt: new Date(0),
});
const putOff = (tx: Tx, topic: string) =>
  atEnd(tx, "outbox", { order: topic, row: message(topic) }, (waiting) =>
    insertion(
      "Outbox",
      waiting.map(({ row }) => row),
    ),
  );
const person = (loginName: string) => ({
  id: process.random.uuid(),
  loginName,
  displayName: "经办人",
  passwordHash: "-",
  roles: [],
  createdAt: new Date(0),
});

describe("what a transaction puts off", () => {
  it("is written at its end, in order", async () => {
    await transact(process.prisma, async (tx) => {
      await putOff(tx, "b");
      await putOff(tx, "a");
      expect(await tx.user.count()).toBe(0);
    });
    expect(
      await process.prisma.outbox.findMany({
        orderBy: { id: "asc" },
        select: { topic: true, payload: true, attempts: true },
      }),
    ).toEqual(["a", "b"].map((topic) => ({ topic, payload: { n: 1, 字: null }, attempts: 0 })));
  });

  it("is there for a raw question that names its table, and for any of Prisma's", async () => {
    const seen = await transact(process.prisma, async (tx) => {
      const reserve = (date: string) =>
        atEnd(tx, "case", { order: "", row: date }, (waiting) =>
          waiting.map(({ row }) => writing`INSERT INTO "CalendarDay" (date, "isWorkday") VALUES (${row}, true)`),
        );
      await reserve("2098-01-01");
      const before = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "CalendarDay" WHERE date = '2098-01-01'`;
      await tx.$executeRaw`SELECT 1 FROM "Application" WHERE false`;
      const named = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "CalendarDay" WHERE date = '2098-01-01'`;
      await reserve("2098-01-02");
      return {
        before: before.length,
        named: named.length,
        model: await tx.calendarDay.count({ where: { date: "2098-01-02" } }),
      };
    });
    expect(seen).toEqual({ before: 0, named: 1, model: 1 });
  });

  it("is written before something that would change it, and before nothing else", async () => {
    const written: string[] = [];
    await transact(process.prisma, async (tx) => {
      await atEnd(tx, "outbox", { order: "", row: message("met") }, (waiting) => {
        written.push(...waiting.map(({ row }) => row.topic));
        return insertion(
          "Outbox",
          waiting.map(({ row }) => row),
        );
      });
      await writeBefore<{ topic: string }>(tx, "outbox", ({ topic }) => topic === "another");
      expect(written).toEqual([]);
      await writeBefore<{ topic: string }>(tx, "outbox", ({ topic }) => topic === "met");
      expect(written).toEqual(["met"]);
    });
    expect(written).toEqual(["met"]);
  });

  it("may be nothing at all", async () => {
    const before = await process.prisma.outbox.count();
    await transact(process.prisma, async (tx) => {
      await atEnd(tx, "outbox", { order: "", row: [] }, (waiting) =>
        insertion(
          "Outbox",
          waiting.flatMap(({ row }) => row),
        ),
      );
      await insertRows(tx, "User", []);
    });
    expect(await process.prisma.outbox.count()).toBe(before);
  });

  it("is not written where the work fails", async () => {
    const before = await process.prisma.outbox.count();
    await expect(
      transact(process.prisma, async (tx) => {
        await putOff(tx, "lost");
        await writeBefore(tx, "outbox", () => true);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await process.prisma.outbox.count()).toBe(before);
  });
});

describe("writes in one statement", () => {
  it("insert into several tables, defaults and nulls included", async () => {
    const one = person("written-together");
    await transact(process.prisma, (tx) =>
      writeTogether(tx, [
        ...insertion("User", [one, { ...person("second"), email: "second@firms.example" }]),
        ...insertion("Outbox", [message("together")]),
        writing`UPDATE "CalendarDay" SET "isWorkday" = "isWorkday" WHERE date = ${"2026-01-01"}`,
      ]),
    );
    expect(
      await process.prisma.user.findUnique({
        where: { id: one.id },
        select: { locale: true, email: true, failedLogins: true, version: true },
      }),
    ).toEqual({ locale: "zh", email: null, failedLogins: 0, version: 1 });
    expect(await process.prisma.outbox.count({ where: { topic: "together" } })).toBe(1);
  });

  it("make several changes of one row one, the later winning, and count the version", async () => {
    const [one, two] = [person("changed-1"), person("changed-2")];
    await insertRows(process.prisma, "User", [one, two]);
    await transact(process.prisma, (tx) =>
      writeTogether(
        tx,
        changes("User", [
          { id: one.id, displayName: "甲" },
          { id: two.id, displayName: "乙" },
          { id: one.id, displayName: "丙", email: "c@firms.example" },
          { id: one.id, email: null },
        ]),
      ),
    );
    const read = (id: string) =>
      process.prisma.user.findUnique({ where: { id }, select: { displayName: true, email: true, version: true } });
    expect([await read(one.id), await read(two.id)]).toEqual([
      { displayName: "丙", email: null, version: 4 },
      { displayName: "乙", email: null, version: 2 },
    ]);
  });

  it("change a row only where it stands as it was read", async () => {
    const one = person("guarded");
    await insertRows(process.prisma, "User", [one]);
    const change = (version: number) =>
      transact(process.prisma, (tx) => updateRow(tx, "User", { id: one.id, version }, { displayName: "丁" }));
    expect([await change(1), await change(1), await change(2)]).toEqual([true, false, true]);
  });
});
