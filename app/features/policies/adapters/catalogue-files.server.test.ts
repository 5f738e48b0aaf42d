import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placementProblems } from "../domain/check-placement";
import { modes, type PolicyItem } from "../domain/policy-item";
import { effects } from "../domain/amount-schema";
import { isInForce } from "../domain/validity";
import { item, smallCatalogue } from "../testing/small-catalogue";
import { writeCatalogue } from "../testing/write-catalogue";
import { CatalogueError, loadCatalogueFiles, type FileProblem } from "./catalogue-files.server";

const file = "340500/mas-demo.json";
let root: string;
beforeEach(() => {
  root = writeCatalogue(smallCatalogue());
});
afterEach(() => rmSync(root, { recursive: true }));

/** Problems without their lines: the files here are one line each. */
function problems(): Omit<FileProblem, "line">[] {
  return allProblems().map(({ line: _, ...problem }) => problem);
}

function allProblems(): readonly FileProblem[] {
  try {
    loadCatalogueFiles(root);
  } catch (error) {
    if (error instanceof CatalogueError) return error.problems;
    throw error;
  }
  return [];
}

/** Changes the text of one file; the change must hit something. */
function edit(name: string, from: string, to: string) {
  const at = path.join(root, name);
  const text = readFileSync(at, "utf8");
  expect(text).toContain(from);
  writeFileSync(at, text.replace(from, to));
}

describe("loadCatalogueFiles", () => {
  it("gives back every item exactly, with the document it comes from", () => {
    const catalogue = loadCatalogueFiles(root);
    expect(catalogue.items).toEqual([item()]);
    expect(catalogue.byId.get("mas-demo-001")).toEqual(item());
    expect(catalogue.documentIdOf("mas-demo-001")).toBe("mas-demo");
    expect(catalogue.facts.get("employees")?.max).toBe(1_000_000);
    expect(catalogue.zones.map((zone) => zone.park)).toEqual(["示例开发区"]);
  });
});

describe("a broken file refuses the whole catalogue with file, path and reason", () => {
  it("and with the line, which is that of the value or of the nearest above it", () => {
    const at = path.join(root, file);
    const pretty = JSON.stringify(JSON.parse(readFileSync(at, "utf8")), null, 2);
    const lineOf = (words: string) => pretty.slice(0, pretty.indexOf(words)).split("\n").length;
    const linesAfter = (from: string, to: string) => {
      expect(pretty).toContain(from);
      writeFileSync(at, pretty.replace(from, to));
      return allProblems().map(({ line, reason }) => [line, reason]);
    };
    const fact = '"fact": "employees"';
    expect(linesAfter(fact, '"fact": "staff"')).toEqual([[lineOf(fact) - 1, "unknown fact staff"]]);
    expect(linesAfter(fact, `${fact},\n${fact}`)).toEqual([[lineOf(fact) + 1, "the key stands twice"]]);
    expect(linesAfter('"topUp": false', '"topUp": "no"')).toMatchObject([[lineOf('"topUp"'), {}]]);
    expect(linesAfter('"topUp": false,', '"topUp": false')).toEqual([
      [lineOf('"topUp"') + 1, "a comma or } is missing"],
    ]);
  });

  it("that is no JSON", () => {
    edit(file, "{", "{{");
    expect(problems()).toEqual([{ file, path: "", reason: "a key in quotes is missing" }]);
  });
  it("that lacks a key", () => {
    edit(file, '"theme":"技术创新",', "");
    expect(problems()).toEqual([
      { file, path: "items.0.theme", reason: "Invalid input: expected string, received undefined" },
    ]);
  });
  it("that has a key nobody knows", () => {
    edit(file, '"topUp":false', '"topUp":false,"bonus":1');
    expect(problems()).toEqual([{ file, path: "items.0", reason: 'Unrecognized key: "bonus"' }]);
  });
  it("with an unknown operator, named where it stands", () => {
    edit(file, "greaterThanInclusive", "atLeast");
    expect(problems()).toEqual([{ file, path: "items.0.conditions.all.1.operator", reason: "unknown operator" }]);
  });
  it("with an unknown kind of amount", () => {
    edit(file, '"kind":"percent"', '"kind":"promise"');
    expect(problems()).toEqual([{ file, path: "items.0.amount.kind", reason: "unknown kind" }]);
  });
  it("with an unknown fact", () => {
    edit(file, '"fact":"employees"', '"fact":"staff"');
    expect(problems()).toEqual([{ file, path: "mas-demo-001: conditions.all[1]", reason: "unknown fact staff" }]);
  });
  it("that names another document than its own name says", () => {
    edit(file, '"id":"mas-demo"', '"id":"mas-other"');
    expect(problems()).toEqual([{ file, path: "id", reason: "mas-other belongs into mas-other.json" }]);
  });
  it("that lies in the folder of another region", () => {
    edit(file, '"region":"340500"', '"region":"340000"');
    expect(problems()).toEqual([
      { file, path: "mas-demo-001: region", reason: "340000 does not belong into the folder 340500" },
      { file, path: "mas-demo-001: level", reason: "a city item of 340000, which is a province" },
    ]);
  });
  it("of facts, with a fact of another group", () => {
    edit("facts/scale.json", '"group":"scale","scope"', '"group":"green","scope"');
    expect(problems()).toEqual([
      { file: "facts/scale.json", path: "group", reason: "a fact of another group stands in this file" },
    ]);
  });
  it("of departments, with one name twice", () => {
    edit("departments.json", '["市财政局"]', '["市财政局","市经济和信息化局"]');
    expect(problems()).toEqual([
      { file: "departments.json", path: "city 市经济和信息化局", reason: "city 市经济和信息化局 stands twice" },
    ]);
  });
  it("of regions, with a bad code", () => {
    edit("regions.json", '"code":"340500"', '"code":"3405"');
    expect(problems().map((problem) => [problem.file, problem.path])).toEqual([["regions.json", "regions.2.code"]]);
  });
  it("that is missing", () => {
    rmSync(path.join(root, "themes.json"));
    expect(problems()).toEqual([
      { file: "themes.json", path: "", reason: expect.stringContaining("no such file") as string },
    ]);
  });
  it("tells all broken files at once", () => {
    edit(file, '"title":"示例奖励"', '"title":""');
    edit("groups.json", '"en":"Scale"', '"en":""');
    expect(problems().map((problem) => `${problem.file} ${problem.path}`)).toEqual([
      `${file} items.0.title`,
      "groups.json 0.en",
    ]);
  });
  it("and a folder that isn't there", () => {
    rmSync(path.join(root, "facts"), { recursive: true });
    expect(problems()).toEqual([{ file: "facts", path: "", reason: `no such folder below ${root}` }]);
  });
});

describe("the demonstration zone", () => {
  const real = path.resolve("rules");
  it("is read only where it is asked for, beside the catalogue", () => {
    expect(loadCatalogueFiles(real).items.filter(({ document }) => document.demo)).toEqual([]);
    const { items } = loadCatalogueFiles(real, { demo: true });
    expect(items.filter(({ document }) => !document.demo)).toHaveLength(935);
    expect(items.filter(({ document }) => document.demo).length).toBeGreaterThanOrEqual(30);
  });
  it("is plainly fictitious, in force on every day of a demo but for what waits for its office, and shows every mode, kind of amount and effect", () => {
    const zone = loadCatalogueFiles(real, { demo: true }).items.filter(({ document }) => document.demo);
    expect(zone.filter(({ title }) => !title.startsWith("演示·"))).toEqual([]);
    expect(zone.filter(({ document }) => !/^演示区.*（虚构）$/.test(document.title))).toEqual([]);
    // what the offices of the demo have to confirm: the seed alone states some of it, by the day of the demo
    const unconfirmed = ["half", "pending", "presumed", "sixty", "superseded", "week", "yearly"].flatMap((name) =>
      zone.filter(({ id }) => id.startsWith(`zone-${name}-`)).map(({ id }) => id),
    );
    for (const day of ["2020-01-01", "2026-11-29", "2036-01-01"])
      expect(zone.filter((item) => !isInForce(item, day)).map(({ id }) => id)).toEqual(unconfirmed);
    const shown = <T>(of: (item: PolicyItem) => T) => new Set(zone.map(of));
    expect([...shown(({ mode }) => mode)].sort()).toEqual([...modes].sort());
    expect([...shown(({ amount }) => amount.effect)].sort()).toEqual([...effects].sort());
    expect([...shown(({ amount }) => amount.kind)].sort()).toEqual([
      "bracketPercent",
      "each",
      "fixed",
      "lesserOf",
      "match",
      "perStep",
      "perUnit",
      "percent",
      "percentIncrement",
      "service",
      "sum",
      "tiered",
    ]);
    expect(zone.some(({ amount }) => amount.sharedCap) && zone.some(({ amount }) => amount.instalments)).toBe(true);
    expect(zone.some(({ topUp }) => topUp) && zone.some(({ multiplier }) => multiplier)).toBe(true);
    expect(zone.some(({ window }) => window) && zone.some(({ costSharing }) => costSharing)).toBe(true);
  });
  it("lies below demo/, and nothing else does", () => {
    const document = { demo: true as const };
    const items = [{ id: "a", region: "340500" }];
    expect(placementProblems("demo/340500/a.json", { id: "a", document, items })).toEqual([]);
    expect(placementProblems("340500/a.json", { id: "a", document, items })).toHaveLength(1);
    expect(placementProblems("demo/340500/a.json", { id: "a", document: {}, items })).toHaveLength(1);
  });
});
