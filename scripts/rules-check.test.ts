import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { smallCatalogue } from "~/features/policies/testing/small-catalogue";
import { writeCatalogue } from "~/features/policies/testing/write-catalogue";

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/rules-check.ts", ...args],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
};
const roots: string[] = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

it("counts the catalogue", () => {
  const { status, stdout } = check();
  expect(stdout).toMatch(/^935 items in 306 documents, \d{4} facts\non \d{4}-\d\d-\d\d: \d+ inForce, /);
  expect(stdout).toMatch(/^340500 马鞍山市: .*\b\d+ presumedEnded, .*; \d+ in force for a firm there$/m);
  expect(status).toBe(0);
});

it("tells file, line, path and reason of a broken one and loads nothing", () => {
  const root = writeCatalogue(smallCatalogue());
  roots.push(root);
  const file = path.join(root, "340500/mas-demo.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"fact":"employees"', '"fact":"staff"'));
  const { status, stdout, stderr } = check("--root", root);
  expect(stdout).toBe("");
  expect(stderr).toBe(
    "340500/mas-demo.json:1 mas-demo-001: conditions.all[1]: unknown fact staff\n1 problems: nothing was loaded\n",
  );
  expect(status).toBe(1);
});
