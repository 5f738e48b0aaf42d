import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "~/generated/prisma/client";
import { transact, type Tx } from "./db.server";
import { testProcess, type TestProcess } from "./testing/test-database";

let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

const at = new Date("2026-03-01T17:30:00.125Z");

/** One value of each type that the tables use, and lists of them. */
const everything = (tx: Tx) => tx.$queryRaw<Record<string, unknown>[]>`
  SELECT ${"惠"}::text AS text, ${7}::int AS int, ${9_007_199_254_740_993n}::bigint AS big, ${true}::boolean AS bool, ${at}::timestamptz AS instant, ${null}::text AS nothing, ${"2026-03-01"}::date AS day,
    ${"01a217f3-768e-71f0-a49c-c5466df22303"}::uuid AS uuid, ${'{"a":[1,{"b":null}]}'}::jsonb AS json, ${["甲", 'b"c', "d,e"]}::text[] AS texts, ${[1n, 2n]}::bigint[] AS bigs, sum(x)::numeric AS total, 0.5::float8 AS half
  FROM unnest(${[1, 2]}::int[]) AS x`;

describe("raw statements of a transaction", () => {
  it("read and write values as Prisma does", async () => {
    const direct = await transact(process.prisma, everything);
    const prismas = await process.prisma.$transaction(everything);
    expect(direct).toEqual(prismas);
    expect(direct[0]).toMatchObject({
      big: 9_007_199_254_740_993n,
      instant: at,
      bigs: [1n, 2n],
      json: { a: [1, { b: null }] },
      total: new Prisma.Decimal(3),
      nothing: null,
    });
  });

  it("take parts of statements and lists of them", async () => {
    const part = (limit: number) => Prisma.sql`WHERE x < ${limit}`;
    const asked = (tx: Tx) =>
      tx.$queryRaw<
        { x: number }[]
      >`SELECT x FROM generate_series(1, ${5}::int) AS x ${part(3)} AND x IN (${Prisma.join([1, 2, 4])}) ORDER BY x`;
    expect(await transact(process.prisma, asked)).toEqual([{ x: 1 }, { x: 2 }]);
  });

  it("are prepared once per connection where they stand in the program as one template", async () => {
    const names = await transact(process.prisma, async (tx) => {
      for (let round = 0; round < 3; round += 1) await tx.$queryRaw`SELECT ${round}::int AS "preparedOnce"`;
      return tx.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) AS count FROM pg_prepared_statements WHERE statement LIKE '%"preparedOnce"%'`,
      );
    });
    expect(names).toEqual([{ count: 1n }]);
  });

  it("see the transaction and are undone with it", async () => {
    const day = { date: "2099-01-01", isWorkday: false };
    await transact(process.prisma, async (tx) => {
      await tx.calendarDay.create({ data: day });
      expect(await tx.$queryRaw`SELECT "isWorkday" FROM "CalendarDay" WHERE date = ${day.date}`).toEqual([
        { isWorkday: false },
      ]);
      throw new Error("undone");
    }).catch((error: unknown) => expect(error).toMatchObject({ message: "undone" }));
    expect(await process.prisma.calendarDay.count({ where: { date: day.date } })).toBe(0);
  });

  it("are refused when the transaction has ended", async () => {
    const kept: Tx[] = [];
    await transact(process.prisma, (tx) => Promise.resolve(void kept.push(tx)));
    await expect(Promise.all(kept.map((tx) => tx.$queryRaw`SELECT 1`))).rejects.toThrow("has ended");
  });
});
