import { describe, expect, it } from "vitest";
import { readFactInput } from "./fact-input";
import { profileFacts } from "~/features/enterprises/domain/profile";
import { faultOfFact } from "~/features/matching/domain/evaluate/check-facts";
import { wideRow } from "~/features/matching/domain/register/wide-row";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { boundsProblem, isBounded } from "./fact-bounds";

const { facts } = loadCatalogueFiles("rules");
const today = "2026-11-29";
const bounded = [...facts.values()].filter(isBounded);
const figures = bounded.filter(({ type }) => type !== "date");

describe("every figure of the registry", () => {
  it.each(figures.map((each) => [each.name, each] as const))(
    "%s has bounds that hold at each entrance",
    (name, fact) => {
      const { min, max } = fact;
      expect([Number.isFinite(min), Number.isFinite(max)]).toEqual([true, true]);
      for (const beyond of [(max ?? 0) * 2 + 1, 1e300, (min ?? 0) - 1]) {
        expect(boundsProblem(beyond, fact, today)).toMatch(/^problem\.(min|max)$/);
        expect(faultOfFact(Math.trunc(beyond), fact, today)).not.toBeNull();
        expect(wideRow({ [name]: beyond }, facts)).toEqual({ fitting: {}, odd: { [name]: beyond } });
        const record = {
          fact: name,
          year: null,
          value: beyond,
          source: "declared" as const,
          saidBy: null,
          saidAt: new Date(0),
          authority: null,
        };
        expect(profileFacts([record], {}, today, facts)).not.toHaveProperty(name);
      }
      for (const digits of [40, 300, 400]) expect(readFactInput(fact, "9".repeat(digits), today).ok).toBe(false);
      for (const end of [min, max]) expect(boundsProblem(end, fact, today)).toBeNull();
    },
  );
});

describe("every day of the registry", () => {
  it.each(bounded.filter(({ type }) => type === "date").map((each) => [each.name, each] as const))("%s", (_, fact) => {
    for (const day of ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31", "2099-01-01"])
      expect(readFactInput(fact, day, today), day).toEqual({ ok: false, problem: "problem.dateRange" });
    for (const day of ["1900-01-01", today]) expect(readFactInput(fact, day, today)).toEqual({ ok: true, value: day });
  });
});
