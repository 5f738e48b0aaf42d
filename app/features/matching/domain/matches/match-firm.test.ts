import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileCatalogue, matchFirm } from "./match-firm";
import { nothingReceived } from "~/features/claims/domain/received";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Facts } from "~/features/policies/domain/fact-definition";

const day = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"), { demo: true });
const compiled = compileCatalogue(catalogue.items, catalogue);
const match = (facts: Facts, region: string) => matchFirm(compiled, facts, region, day, nothingReceived);

describe("a firm is matched with the items of its place and of every place above it", () => {
  it("Huashan district: nation, Anhui, Ma'anshan and the district, nothing else", () => {
    const regions = new Set(
      match({ region: "340503" }, "340503").map(({ itemId }) => catalogue.byId.get(itemId)?.region),
    );
    expect([...regions].sort()).toEqual(["000000", "340000", "340500", "340503"]);
  });
  it("the city itself has no items of its districts", () => {
    const regions = new Set(
      match({ region: "340500" }, "340500").map(({ itemId }) => catalogue.byId.get(itemId)?.region),
    );
    expect([...regions].sort()).toEqual(["000000", "340000", "340500"]);
  });
  it("an unknown place has the nation's", () => {
    expect(match({}, "999999").every(({ itemId }) => catalogue.byId.get(itemId)?.region === "000000")).toBe(true);
  });
});

describe("an item of the catalogue", () => {
  const one = (facts: Facts, itemId: string) => match(facts, "340503").find((entry) => entry.itemId === itemId);
  it("pays where its conditions hold", () => {
    // 20% of the platform's investment, 2,000,000 yuan at most
    expect(one({ region: "340503", platformInvestment: 1_500_000 }, "zone-iii-001")).toMatchObject({
      verdict: "eligible",
      offered: true,
      amount: { fen: 30_000_000n },
      missing: [],
    });
  });
  it("pays nothing where they do not", () => {
    expect(one({ region: "340503", platformInvestment: 999_999 }, "zone-iii-001")).toMatchObject({
      verdict: "ineligible",
      amount: null,
      missing: [],
    });
  });
  it("asks where it can't be told", () => {
    expect(one({ region: "340503" }, "zone-iii-001")).toMatchObject({
      verdict: "unknown",
      missing: ["platformInvestment"],
      amount: { fen: null, mostFen: 200_000_000n },
    });
  });
  it.each([
    // its year is over; nobody has confirmed it; five years have run out; followed by another
    ["mas-steady24-001", "ended"],
    ["mas-iii-001", "unconfirmed"],
    ["mas-sci18-003", "presumedEnded"],
    ["mas-mfg22-003", "replaced"],
  ])("%s that is not in force (%s) is matched but not offered", (itemId, validity) =>
    expect(one({}, itemId)).toMatchObject({ verdict: "unknown", validity, offered: false }),
  );
});
