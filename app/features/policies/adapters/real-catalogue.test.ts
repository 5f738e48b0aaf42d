import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isForRegion, regionChain, regionName } from "../domain/catalogue";
import { isOffered } from "../domain/offer";
import { fileSchemas } from "../domain/catalogue-files";
import { isInForce } from "../domain/validity";
import { places } from "../domain/places";
import { redemptionConfigOf } from "../domain/redemption-config";
import { loadCatalogueFiles } from "./catalogue-files.server";

const root = path.resolve("rules");
const catalogue = loadCatalogueFiles(root);
const day = "2026-11-22";
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));

describe("the catalogue in rules/", () => {
  it("holds 935 items, more than a thousand facts, 1,971 rows of GB/T 4754 and the seven zones of Ma'anshan", () => {
    expect(catalogue.items).toHaveLength(935);
    expect(catalogue.facts.size).toBeGreaterThan(1000);
    // 20 sections + 97 divisions + 473 groups + 1,381 classes
    expect(catalogue.industries.size).toBe(1971);
    expect(catalogue.regions.size).toBe(137);
    expect(catalogue.zones).toHaveLength(7);
  });
  it("knows abolished places and what took them over, and offers them to nobody", () => {
    // 渝北区 500112 and 江北区 500105 became 两江新区 500157 in November 2025; Hangzhou's districts changed in April 2021
    for (const [old = "", successor] of [
      ["500112", "500157"],
      ["500105", "500157"],
      ["330103", "330105"],
      ["330104", "330102"],
      // Wuhu, 2020 (皖政秘〔2020〕120号)
      ["340208", "340209"],
      ["340221", "340210"],
      ["340222", "340212"],
    ]) {
      expect(catalogue.regions.get(old)).toMatchObject({
        endedOn: expect.any(String) as string,
        successor,
        source: expect.any(String) as string,
      });
      expect(regionChain(catalogue.regions, old)).toContain(successor);
      expect(places(catalogue).map(({ code }) => code)).not.toContain(old);
      expect(places(catalogue).map(({ code }) => code)).toContain(successor);
    }
    expect(regionName(catalogue.regions, "500112", "zh")).toBe("渝北区（已撤销，现两江新区）");
  });
  it("offers what is in force with its window open, and nothing else", () => {
    const offered = catalogue.items.filter((item) => isOffered(item, day));
    // as many in force on 2026-11-22 as on 2026-11-29
    expect(catalogue.items.filter((item) => isInForce(item, day))).toHaveLength(378);
    expect(offered.filter((item) => !isInForce(item, day))).toEqual([]);
    expect(offered.length).toBeGreaterThan(100);
  });
  it("names the park of every zone item as the zones do", () => {
    expect(catalogue.zones.map((zone) => zone.park)).toContain("慈湖高新区");
    const cihu = catalogue.items.filter((item) => catalogue.documentIdOf(item.id) === "cihu");
    expect(cihu).toHaveLength(8);
    for (const item of cihu)
      expect(JSON.stringify(item.conditions)).toContain('{"fact":"park","operator":"equal","value":"慈湖高新区"}');
  });
  it("says everything in English too", () => {
    const chinese = /\p{Script=Han}/u;
    const named = [
      ...catalogue.regions.values(),
      ...catalogue.zones,
      ...catalogue.departments,
      ...catalogue.themes,
      ...catalogue.groups,
    ];
    expect(named.filter(({ en }) => chinese.test(en))).toEqual([]);
    expect(
      [...catalogue.facts.values()]
        .filter(({ en, questionEn, helpEn }) => chinese.test(en + questionEn + helpEn))
        .map((fact) => fact.name),
    ).toEqual([]);
  });
});

describe("a firm of 当涂县 (340521)", () => {
  const chain = regionChain(catalogue.regions, "340521");
  it("belongs to the nation, Anhui, Ma'anshan and its county", () =>
    expect(chain).toEqual(["340521", "340500", "340000", "000000"]));
  it("is offered the items of these and of nobody else", () => {
    const regions = new Set(catalogue.items.filter((item) => isForRegion(item, chain)).map((item) => item.region));
    expect([...regions].filter((region) => !chain.includes(region))).toEqual([]);
    expect(regions).toContain("340500");
    expect(catalogue.items.filter((item) => isForRegion(item, ["000000"]))).toHaveLength(348);
  });
});

describe("redemption of Ma'anshan's documents", () => {
  const configOf = (id: string) => {
    const item = catalogue.byId.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return redemptionConfigOf(item, catalogue);
  };
  it("takes the manufacturing items through county, lead and two co-departments", () =>
    expect(configOf("mas-mfg22-001")).toMatchObject({
      countyPreReview: true,
      leadDepartmentId: "city-industry",
      coDepartmentIds: ["city-development-reform", "city-finance"],
    }));
  it("knows every department of every item", () => {
    const known = new Set(catalogue.departments.map((department) => department.id));
    const used = catalogue.items.flatMap((item) => {
      const { leadDepartmentId, coDepartmentIds } = redemptionConfigOf(item, catalogue);
      return [leadDepartmentId, ...coDepartmentIds];
    });
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });
  it("never sends a county's case to a department of the province or the nation", () => {
    const county = catalogue.items
      .filter((item) => item.level === "county")
      .map((item) => configOf(item.id).leadDepartmentId);
    expect(county.filter((id) => !id.startsWith("county-"))).toEqual([]);
  });
});

describe("rules/schema", () => {
  it.each(Object.entries(fileSchemas))("%s.schema.json is what the program reads", (name, schema) =>
    expect(json(`schema/${name}.schema.json`)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema)))),
  );

  const files = (folder: string, schema: string) =>
    readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith(".json"))
      .map((file) => [`${folder}/${file}`, schema] as const);
  const regions = readdirSync(root).filter((folder) => /^\d{6}$/.test(folder));
  const registries = ["groups", "themes", "departments", "regions", "industries", "redemption"].map(
    (name) => [`${name}.json`, name] as const,
  );

  it("accepts every file, as any JSON Schema validator sees it", () => {
    const all = [...registries, ...files("facts", "facts"), ...regions.flatMap((region) => files(region, "document"))];
    expect(all.length).toBe(6 + 17 + 306);
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const validators = new Map(
      Object.keys(fileSchemas).map((name) => [name, ajv.compile(json(`schema/${name}.schema.json`) as object)]),
    );
    expect(all.filter(([file, name]) => !validators.get(name)?.(json(file))).map(([file]) => file)).toEqual([]);
  });
});
