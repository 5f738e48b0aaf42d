import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caseStates } from "~/features/claims/domain/case-states";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { diagramOf } from "~/features/redemption/domain/diagram";
import { shapesOf } from "~/features/redemption/domain/verify/catalogue-shapes";
import { common as en } from "~/i18n/common.en";
import { common as zh } from "~/i18n/common.zh";

const quoted = `["'](?:${caseStates.join("|")})["']`;
const separator = String.raw`\s*(?:,|\||\|\|\s*[\w.]+\s*===)\s*`;
/** Two states or more with nothing else beside them: a list, a type, a condition, a list of SQL; and alternatives of a pattern. */
const lists = [
  new RegExp(`(?<![,|]\\s*)${quoted}(?:${separator}${quoted})+(?!${separator}["'\\w])`, "g"),
  new RegExp(`\\((?:\\?:)?(?:${caseStates.join("|")})(?:\\|(?:${caseStates.join("|")}))+\\)`, "g"),
];
const listsIn = (text: string) => lists.flatMap((list) => text.match(list) ?? []);

const described = /^features\/claims\/domain\/case-states\.ts$/;
/** Machines name the states they lead to, old ones and the present one; nothing generated is read. */
const apart = /^generated\/|\.test\.tsx?$|\/versions\//;
const sources = readdirSync("app", { recursive: true })
  .map((file) => String(file).replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !apart.test(file) && !described.test(file));

describe("sets of case states", () => {
  it("are found in lists, types, conditions, patterns and SQL", () => {
    const found = [
      `const ended = ["closed", "rejected"];`,
      `const ended = new Set([\n  "closed",\n  "lapsed",\n]);`,
      `x.state NOT IN ('closed', 'lapsed')`,
      `type Ended = "closed" | "lapsed";`,
      `if (state === "closed" || state === "lapsed")`,
      `/^(closed|lapsed)$/`,
    ];
    expect(found.filter((text) => listsIn(text).length !== 1)).toEqual([]);
    const others = [
      `["payment", "correction"]`,
      `["listApproval", "siteVisit", "ranking"]`,
      `told("id", "closed", "lapsed")`,
    ];
    expect(others.flatMap(listsIn)).toEqual([]);
  });

  it("follow from the one description", () => {
    expect(sources.length).toBeGreaterThan(900);
    expect(sources.flatMap((file) => listsIn(readFileSync(`app/${file}`, "utf8")).map((list) => [file, list]))).toEqual(
      [],
    );
  });
});

it("a state is described that some workflow has, and said in both languages", () => {
  const catalogue = loadCatalogueFiles("rules");
  const shapes = shapesOf(
    catalogue.items.map((item) => ({ itemId: item.id, config: redemptionConfigOf(item, catalogue) })),
  );
  const drawn = new Set(shapes.map(({ config }) => diagramOf(config)).flatMap(({ main, side }) => [...main, ...side]));
  expect(caseStates.filter((state) => !drawn.has(state))).toEqual([]);
  expect([Object.keys(zh.state).toSorted(), Object.keys(en.state).toSorted()]).toEqual([
    caseStates.toSorted(),
    caseStates.toSorted(),
  ]);
});
