import type { Prisma } from "~/generated/prisma/client";
import { groupBy } from "~/kernel/group-by";
import type { Tx } from "./db.server";

/**
 * A row as it is written: scalars, instants, bytes excluded; whatever else goes to a column of JSON. A column that all
 * rows leave out keeps its default.
 */
type Row = object;

/** A statement that writes: the parts of its text, and the values between them. */
export type Write = { parts: readonly string[]; values: readonly unknown[] };

/** A statement that writes, from a template. */
export function writing(parts: TemplateStringsArray, ...values: unknown[]): Write {
  return { parts, values };
}

/** Inserts rows of one table, if there are any; for a set of columns it is the same statement whatever the number of rows. */
export function insertion(table: Prisma.ModelName, rows: readonly Row[]): Write[] {
  if (rows.length === 0) return [];
  const columns = columnsOf(rows);
  return [
    {
      parts: [
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", `,
        `::json)`,
      ],
      values: [jsonOf(rows)],
    },
  ];
}

/**
 * Changes rows by id and counts their versions up; rows that set the same columns are one statement. Several changes of one
 * row are one, the later winning. Whoever calls it holds the rows locked.
 */
export function changes(table: Prisma.ModelName, rows: readonly { id: string; [column: string]: unknown }[]): Write[] {
  const byId = new Map<string, { id: string; version: number; [column: string]: unknown }>();
  for (const row of rows)
    byId.set(row.id, { ...byId.get(row.id), ...row, version: (byId.get(row.id)?.version ?? 0) + 1 });
  return [...groupBy([...byId.values()], (row) => columnsOf([row])).values()].map((alike) => {
    const set = namesOf(alike)
      .filter((name) => name !== "id" && name !== "version")
      .map((name) => `, "${name}" = r."${name}"`)
      .join("");
    return {
      parts: [
        `UPDATE "${table}" t SET version = t.version + r.version${set} FROM json_populate_recordset(NULL::"${table}", `,
        `::json) r WHERE t.id = r.id`,
      ],
      values: [jsonOf(alike)],
    };
  });
}

/**
 * Carries out writes in one round trip, prepared once for each combination. None of them sees the others' rows, and no two
 * may change the same row. For what is written at every step; all else goes through Prisma's models.
 */
export async function writeTogether(tx: Tx, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  await tx.$executeRaw(templateOf(...together(writes)), ...writes.flatMap(({ values }) => values));
}

function together(writes: readonly Write[]): string[] {
  const parts = [""];
  writes.forEach((write, index) => {
    const [before, after] =
      index === writes.length - 1
        ? ["", ""]
        : [`${index === 0 ? "WITH" : ""} w${index} AS (`, index === writes.length - 2 ? ") " : "), "];
    const [first = "", ...rest] = write.parts;
    parts[parts.length - 1] += before + first;
    parts.push(...rest);
    parts[parts.length - 1] += after;
  });
  return parts;
}

/** Inserts rows of one table at once. */
export function insertRows(tx: Tx, table: Prisma.ModelName, rows: readonly Row[]): Promise<void> {
  return writeTogether(tx, insertion(table, rows));
}

/** Sets columns of one row, where it still stands as it was read, and counts its version up; false when somebody was faster. */
export async function updateRow(
  tx: Tx,
  table: Prisma.ModelName,
  { id, ...read }: { id: string; version?: number; status?: string },
  data: Row,
): Promise<boolean> {
  const columns = columnsOf([data]);
  const guards = Object.entries(read);
  const set = `UPDATE "${table}" SET version = version + 1, (${columns}) = (SELECT ${columns} FROM json_populate_record(NULL::"${table}", `;
  const statement = templateOf(
    set,
    `::json)) WHERE id = `,
    ...guards.map(([name], index) => `${index === 0 ? "::uuid" : ""} AND ${name} = `),
    guards.length === 0 ? "::uuid" : "",
  );
  return (await tx.$executeRaw(statement, jsonOf(data), id, ...guards.map(([, value]) => value))) === 1;
}

function columnsOf(rows: readonly Row[]): string {
  return namesOf(rows)
    .map((name) => `"${name}"`)
    .join(", ");
}

function namesOf(rows: readonly Row[]): string[] {
  return [
    ...new Set(
      rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [name]))),
    ),
  ].sort();
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) => (typeof each === "bigint" ? each.toString() : each));
}

const templates = new Map<string, TemplateStringsArray>();

/**
 * The same text is the same template each time: connections know their statements by it. Tables and columns are the
 * program's own, so there are few.
 */
function templateOf(...parts: readonly string[]): TemplateStringsArray {
  const key = parts.join("$");
  const known = templates.get(key);
  if (known) return known;
  const made = Object.assign([...parts], { raw: parts });
  templates.set(key, made);
  return made;
}
