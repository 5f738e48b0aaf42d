import { describe, expect, it } from "vitest";
import { display, fact, item, smallCatalogue } from "../testing/small-catalogue";
import type { CatalogueParts } from "./build-catalogue";
import { checkCatalogue } from "./check-catalogue";
import type { Quota } from "./claim-terms";
import type { PolicyItem } from "./policy-item";

const good = smallCatalogue();
const listed = ({ documents }: Pick<CatalogueParts, "documents">): CatalogueParts["once"] =>
  Object.fromEntries(documents.flatMap(({ items }) => items.map(({ id }) => [id, { once: "year" as const }])));
const problemsOf = (parts: Partial<CatalogueParts>) =>
  checkCatalogue({ ...good, once: listed({ ...good, ...parts }), ...parts }).map(
    ({ source, path, reason }) => `${source} ${path}: ${reason}`,
  );
const doubled = <T>(list: readonly T[]) => [...list, ...list.slice(0, 1)];

describe("ids stand once", () => {
  it("items, even over two documents", () =>
    expect(problemsOf({ documents: [...good.documents, { id: "mas-other", items: [item()] }] })).toEqual([
      "mas-other mas-demo-001: mas-demo-001 stands twice",
    ]));
  it("documents", () =>
    expect(
      problemsOf({ documents: [...good.documents, { id: "mas-demo", items: [item({ id: "mas-demo-002" })] }] }),
    ).toEqual(["mas-demo id: mas-demo stands twice"]));
  it("facts", () =>
    expect(problemsOf({ facts: doubled(good.facts) })).toEqual(["facts/scale region: region stands twice"]));
  it("groups", () =>
    expect(problemsOf({ groups: doubled(good.groups) })).toEqual(["groups scale: scale stands twice"]));
  it("themes", () =>
    expect(problemsOf({ themes: doubled(good.themes) })).toEqual(["themes 技术创新: 技术创新 stands twice"]));
  it("regions", () =>
    expect(problemsOf({ regions: doubled(good.regions) })).toEqual(["regions 000000: 000000 stands twice"]));
  it("industries", () =>
    expect(problemsOf({ industries: doubled(good.industries) })).toEqual(["industries C: C stands twice"]));
  it("departments, and no name means two of one level", () =>
    expect(problemsOf({ departments: doubled(good.departments) })).toEqual([
      "departments city-industry: city-industry stands twice",
      "departments city 市经济和信息化局: city 市经济和信息化局 stands twice",
    ]));
});

describe("items", () => {
  it("stand at the level of their place, those of a zone of a city below it", () => {
    const at = (level: PolicyItem["level"]) =>
      problemsOf({ documents: [{ id: "mas-demo", items: [item({ level })] }] }).filter((line) =>
        line.includes(": level"),
      );
    expect([at("city"), at("county")]).toEqual([[], []]);
    expect(at("province")).toEqual(["mas-demo mas-demo-001: level: a province item of 340500, which is a city"]);
  });
});

describe("facts", () => {
  const withFact = (one: ReturnType<typeof fact>) => problemsOf({ facts: [...good.facts, one] });
  it("belong to a known group", () =>
    expect(withFact(fact({ name: "stray", type: "yuan", group: "nowhere" }))).toEqual([
      "facts/nowhere stray: unknown group nowhere",
    ]));
  it("are published within their range", () => {
    const held = { region: "340500", from: "2025-09-01", until: null, source: "公告", seenOn: "2026-11-29" };
    const wage = (value: number) =>
      fact({ name: "wage", type: "yuan", min: 0, max: 100_000, published: [{ ...held, value }] });
    expect(withFact(wage(2_170))).toEqual([]);
    expect(withFact(wage(2_170_000))).toEqual(["facts/scale wage: its figure of 340500, 2170000, is out of its range"]);
  });
  it("have a range that holds something", () =>
    expect(withFact(fact({ name: "stray", type: "yuan", min: 2, max: 1 }))).toEqual([
      "facts/scale stray: its range is empty: 2 to 1",
    ]));
  it("list values exactly where they are an enum", () => {
    const members = [{ value: "x", zh: "x", en: "x" }];
    expect(withFact(fact({ name: "stray", type: "enum" }))).toEqual(["facts/scale stray: an enum needs its values"]);
    expect(withFact(fact({ name: "stray", type: "yuan", values: members }))).toEqual([
      "facts/scale stray: a fact of type yuan has no values",
    ]);
    expect(withFact(fact({ name: "stray", type: "enum", values: doubled(members) }))).toEqual([
      "facts/scale stray: a value stands twice",
    ]);
  });
});

describe("places and industries lie in known ones", () => {
  it("region", () =>
    expect(
      problemsOf({
        regions: [...good.regions, { code: "999900", zh: "某市", en: "X", level: "city", parent: "990000" }],
      }),
    ).toEqual(["regions 999900: lies in unknown 990000"]));
  it("zone", () =>
    expect(problemsOf({ zones: [{ code: "999999400", zh: "某区", en: "X", region: "999999", park: "某区" }] })).toEqual(
      ["regions 999999400: lies in unknown 999999"],
    ));
  it("industry", () =>
    expect(
      problemsOf({ industries: [...good.industries, { code: "D44", name: "电力", en: null, parent: "D" }] }),
    ).toEqual(["industries D44: lies in unknown D"]));
});

describe("shared caps", () => {
  const capped = (id: string, yuan: number) =>
    item({ id, amount: { kind: "fixed", yuan: 1, ...display, sharedCap: { group: "one", yuan } } });
  const of = (...items: ReturnType<typeof capped>[]) => problemsOf({ documents: [{ id: "mas-demo", items }] });
  it("are one sum in a group", () =>
    expect(of(capped("mas-demo-001", 500_000), capped("mas-demo-002", 600_000))).toEqual([
      "mas-demo mas-demo-002: amount.sharedCap: mas-demo-001 says another thing of group one",
    ]));
  it("may stand on many items", () =>
    expect(of(capped("mas-demo-001", 500_000), capped("mas-demo-002", 500_000))).toEqual([]));
});

describe("a quota of several items", () => {
  const quota: Quota = { count: 20, per: "year", order: "ranking", group: "grades" };
  const graded = (id: string, more: Partial<PolicyItem> = {}) => item({ id, mode: "申报审批", quota, ...more });
  const of = (...items: PolicyItem[]) => problemsOf({ documents: [{ id: "mas-demo", items }] });
  const wrong = ["mas-demo mas-demo-002: quota: mas-demo-001 says another thing of group grades"];
  it.each<[string, Quota, string[]]>([
    ["alike", quota, []],
    ["of another number", { ...quota, count: 21 }, wrong],
    ["of another pool", { ...quota, poolYuan: 1 }, wrong],
    ["of another span", { ...quota, per: "ever" }, wrong],
    ["of another order", { ...quota, order: "lot" }, wrong],
    ["of another group", { ...quota, count: 21, group: "other" }, []],
  ])("is one: %s", (_name, other, problems) =>
    expect(of(graded("mas-demo-001"), graded("mas-demo-002", { quota: other }))).toEqual(problems),
  );
  it("is chosen for by one office", () => {
    const far = { level: "county" as const };
    expect(of(graded("mas-demo-001"), graded("mas-demo-002", far))).toEqual(wrong);
  });
});

describe("the list of how often an item is had", () => {
  it("names every item and nothing else", () => {
    expect(problemsOf({ once: { "mas-demo-009": { once: "ever" } } })).toEqual([
      "once items.mas-demo-001: is not listed",
      "once items.mas-demo-009: no such item",
    ]);
  });
});

describe("redemption overrides", () => {
  it("name known documents and departments", () => {
    const overrides = [{ document: "nosuch", coDepartments: ["city-finance", "city-nosuch"], why: "示例" }];
    expect(problemsOf({ redemption: { ...good.redemption, overrides } })).toEqual([
      "redemption overrides[0]: unknown document nosuch",
      "redemption overrides[0]: unknown department city-nosuch",
    ]);
  });
});
