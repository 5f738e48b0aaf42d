import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Which file of the schema each table stands in. */
const homes = new Map(
  readdirSync("prisma/schema").flatMap((file) =>
    [...readFileSync(`prisma/schema/${file}`, "utf8").matchAll(/^model (\w+) \{/gm)].map(([, name = ""]) => [
      name,
      file.replace(".prisma", ""),
    ]),
  ) as [string, string][],
);
const models = [...homes.keys()];
const asModel = new Map(models.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), name]));

/** A draft is the firm's, a case moves by its steps alone: both are one row. */
const shared: Readonly<Record<string, string[]>> = { Application: ["applications", "redemption"] };

/** Tables that a text writes to: by the client, by SQL, by the rows that go out at a transaction's end. */
function writtenBy(text: string): string[] {
  const byClient = [...text.matchAll(/\btx\.(\w+)\.(?:create|update|delete|upsert)/g)].map(([, name = ""]) =>
    asModel.get(name),
  );
  const bySql = [...text.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"/g)].map(([, name]) => name);
  const byRows = [...text.matchAll(/\b(?:insertion|insertRows|changes|updateRow)\(\s*(?:tx,\s*)?"(\w+)"/g)].map(
    ([, name]) => name,
  );
  return [...byClient, ...bySql, ...byRows].filter((name) => name !== undefined && models.includes(name)) as string[];
}

const writers = new Map<string, Set<string>>();
for (const context of readdirSync("app/features")) {
  const files = readdirSync(`app/features/${context}`, { recursive: true }).map(String);
  for (const file of files.filter((each) => /^adapters.*\.server\.ts$/.test(each.replaceAll("\\", "/"))))
    for (const table of writtenBy(readFileSync(`app/features/${context}/${file}`, "utf8")))
      writers.set(table, (writers.get(table) ?? new Set()).add(context));
}

it("finds the writers of tables", () => {
  expect(
    writtenBy('tx.user.create({}); `UPDATE "Payment" SET x`; insertion("RuleCheck", rows); tx.user.findMany()'),
  ).toEqual(["User", "Payment", "RuleCheck"]);
  expect(writers.size).toBeGreaterThan(40);
});

it("a table is written by its own context alone", () => {
  const several = [...writers].filter(([, contexts]) => contexts.size > 1);
  expect(Object.fromEntries(several.map(([table, contexts]) => [table, [...contexts].sort()]))).toEqual(shared);
});

it("a table stands in the schema's file of the context that writes it", () => {
  const elsewhere = [...writers].filter(([table, contexts]) => !contexts.has(homes.get(table) ?? ""));
  expect(elsewhere).toEqual([]);
});
