import { createHash } from "node:crypto";
import pg from "pg";
import { Prisma } from "~/generated/prisma/client";
import type { Connection } from "./connections.server";
import type { Tx } from "./db.server";
import { faultPoint, isArmed } from "./fault-point.server";

type Asked = { text: string; values: unknown[]; name?: string };

/**
 * A transaction whose `$queryRaw` and `$executeRaw` go straight to its connection, without Prisma's engine: a statement
 * costs a sixth of the processor time, and one written as a single template is prepared once per connection. Values and
 * rows are as with Prisma; a broken constraint is a `pg.DatabaseError`.
 */
export function withDirectSql(tx: Tx, held: Connection): Tx {
  const own = {
    $queryRaw: async (...asked: RawArguments) => (await run(held, statementOf(...asked))).rows,
    $executeRaw: async (...asked: RawArguments) => (await run(held, statementOf(...asked))).rowCount ?? 0,
  };
  return new Proxy(tx, {
    get: (target, name, receiver) =>
      name in own ? own[name as keyof typeof own] : (Reflect.get(target, name, receiver) as unknown),
  });
}

type RawArguments = [strings: TemplateStringsArray | Prisma.Sql, ...values: unknown[]];

async function run({ client, over }: Connection, asked: Asked): Promise<pg.QueryResult> {
  if (over) throw new Error("the transaction of this statement has ended");
  const result = await client.query({ ...asked, types });
  if (isArmed()) written(asked.text);
  return result;
}

/** Where rehearsals of crashes wait for a write of these tables. */
function written(text: string): void {
  for (const [, table] of text.matchAll(/(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"/g)) faultPoint(`${table}.written`);
}

/** Text and name of statements that stand in the program as one template each. */
const known = new WeakMap<TemplateStringsArray, { text: string; name: string }>();

function statementOf(strings: RawArguments[0], ...values: unknown[]): Asked {
  if (strings instanceof Prisma.Sql) return { text: strings.text, values: strings.values };
  if (values.some((value) => value instanceof Prisma.Sql)) {
    const { text, values: all } = Prisma.sql(strings, ...values);
    return { text, values: all };
  }
  let statement = known.get(strings);
  if (!statement) {
    const text = strings.reduce((before, part, index) => `${before}$${index}${part}`);
    known.set(strings, (statement = { text, name: nameOf(text) }));
  }
  return { ...statement, values };
}

/** A name under which a connection keeps a statement: the same text, the same name. */
export function nameOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 24);
}

const { builtins } = pg.types;
const textArrayOid: number = 1009;
const textArray = pg.types.getTypeParser(textArrayOid as number) as (text: string) => (string | null)[];
const arrayOf = (parse: (text: string) => unknown) => (text: string) =>
  textArray(text).map((each) => (each === null ? null : parse(each)));
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const utc = (text: string) => new Date(`${text.replace(" ", "T")}Z`);
const decimal = (text: string) => new Prisma.Decimal(text);

/** What Prisma reads otherwise than pg does. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: BigInt,
  [1016]: arrayOf(BigInt),
  [builtins.NUMERIC]: decimal,
  [1231]: arrayOf(decimal),
  [builtins.DATE]: day,
  [1182]: arrayOf(day),
  [builtins.TIMESTAMP]: utc,
  [1115]: arrayOf(utc),
};
const types = {
  getTypeParser: ((oid: number, format?: "text") =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
