import { describe, expect, it } from "vitest";
import { fact, smallCatalogue } from "../testing/small-catalogue";
import { checkRegistries } from "./check-registries";
import { isConcerned, isSettled, withSettled } from "./concern";

const hospitalTax = fact({
  name: "hospitalTax",
  type: "yuan",
  concerns: { industries: ["Q84"], otherwise: 0 },
});
const lending = fact({
  name: "groupLending",
  type: "boolean",
  concerns: { industries: ["J66", "L7211"], sizes: ["large"], otherwise: false },
});
const cooperative = fact({
  name: "coopSales",
  type: "yuan",
  concerns: { legalForms: ["farmerCooperative"], otherwise: 0 },
});
const open = fact({ name: "employees", type: "integer" });
const definitions = new Map([hospitalTax, lending, cooperative, open].map((each) => [each.name, each]));

describe("what a firm's industry, form and size settle", () => {
  it("asks a firm only for what concerns its kind", () => {
    expect(isConcerned(hospitalTax, { industry: "Q8411" })).toBe(true);
    expect(isConcerned(hospitalTax, { industry: "C3391" })).toBe(false);
    expect(isConcerned(open, { industry: "C3391" })).toBe(true);
  });
  it("needs every kind that is named, and rules nothing out by what is not known", () => {
    expect(isConcerned(lending, { industry: "J6621", size: "large" })).toBe(true);
    expect(isConcerned(lending, { industry: "J6621", size: "small" })).toBe(false);
    expect(isConcerned(lending, { industry: "J6621" })).toBe(true);
    expect(isConcerned(lending, {})).toBe(true);
    expect(isConcerned(cooperative, { legalForm: "company" })).toBe(false);
  });
  it("puts in what holds of all others, and lets stand what was stated", () => {
    const foundry = { industry: "C3391", legalForm: "company", size: "small" };
    expect(withSettled(foundry, definitions, "2026-11-29")).toEqual({
      ...foundry,
      hospitalTax: 0,
      groupLending: false,
      coopSales: 0,
    });
    expect(withSettled({ ...foundry, hospitalTax: 5000 }, definitions, "2026-11-29")["hospitalTax"]).toBe(5000);
    const hospital = { industry: "Q8411" };
    expect(withSettled(hospital, definitions, "2026-11-29")).toEqual({ industry: "Q8411", groupLending: false });
    const nothingKnown = {};
    expect(withSettled(nothingKnown, definitions, "2026-11-29")).toBe(nothingKnown);
  });
  it("knows a value that nobody has to have said", () => {
    expect(isSettled(0, hospitalTax, { industry: "C3391" })).toBe(true);
    expect(isSettled(5000, hospitalTax, { industry: "C3391" })).toBe(false);
    expect(isSettled(0, hospitalTax, { industry: "Q8411" })).toBe(false);
    expect(isSettled(0, open, { industry: "C3391" })).toBe(false);
  });
});

describe("a registry that names kinds of firms", () => {
  const problemsOf = (concerns: NonNullable<typeof hospitalTax.concerns>) => {
    const parts = smallCatalogue();
    const facts = [...parts.facts, fact({ name: "narrow", type: "boolean", concerns })];
    return checkRegistries({ ...parts, facts }).filter(({ path }) => path === "narrow");
  };
  it("must name some, known ones, and a value of the fact for all others", () => {
    const [code = ""] = smallCatalogue().industries.map((industry) => industry.code);
    expect(problemsOf({ industries: [code], otherwise: false })).toEqual([]);
    expect(problemsOf({ otherwise: false })[0]?.reason).toBe("it concerns no kind of firm");
    expect(problemsOf({ industries: ["X99"], otherwise: false })[0]?.reason).toContain("X99");
    expect(problemsOf({ legalForms: ["club"], otherwise: false })[0]?.reason).toContain("club");
    expect(problemsOf({ industries: [code], otherwise: 0 })[0]?.reason).toContain("true or false");
  });
});
