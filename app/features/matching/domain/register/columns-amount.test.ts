import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { display, item } from "~/features/policies/testing/small-catalogue";
import { amountOf } from "../amount/amount";
import { loadColumns } from "./columns";
import { amountColumn } from "./columns-amount";
import { drawProfile, seededDraw, valuePools } from "../evaluate/generate-profiles";
import { nothingReceived } from "~/features/claims/domain/received";

const of = (parts: Partial<PolicyItem>, profiles: readonly Facts[]) => {
  const columns = loadColumns(profiles);
  const column = amountColumn(item(parts), columns);
  return profiles.map((_, row) => column.fenAt(row));
};

const percent = (rate: number, capYuan: number | null = null): Amount => ({
  kind: "percent",
  base: "annualRevenue",
  percent: rate,
  capYuan,
  ...display,
});

describe("amounts over a register", () => {
  it("rounds half up to the fen, as the catalogue says", () => {
    // 0.5 % of 1.00, 3.00 and 2.99 yuan: 0.5, 1.5 and 1.495 fen
    expect(of({ amount: percent(0.5) }, [{ annualRevenue: 1 }, { annualRevenue: 3 }, { annualRevenue: 2.99 }])).toEqual(
      [1, 2, 1],
    );
  });
  it("works the example of rules/README.md: 10 % of 60 million, at most 5 million, class C pays half", () => {
    const multiplier = {
      fact: "landEfficiencyRating",
      values: [
        { value: "A", factor: 1.1 },
        { value: "C", factor: 0.5 },
      ],
      otherwise: 1,
    };
    const profiles: Facts[] = [
      { annualRevenue: 60_000_000, landEfficiencyRating: "C" },
      { annualRevenue: 3_000_000, landEfficiencyRating: "A" },
      { annualRevenue: 3_000_000 },
    ];
    expect(of({ amount: percent(10, 5_000_000), multiplier }, profiles)).toEqual([250_000_000, 33_000_000, null]);
  });
  it("leaves sums beyond whole numbers of a double to the exact rule", () => {
    expect(of({ amount: percent(33.333) }, [{ annualRevenue: 9_000_000_000_000 }])).toEqual([299_997_000_000_000]);
    expect(of({ amount: percent(10) }, [{ annualRevenue: 0.005 }, { annualRevenue: 0.051 }])).toEqual([0, 1]);
  });
  it("says nothing of a sum that hangs on an unknown fact, and tells one that doesn't", () => {
    const lesser: Amount = {
      kind: "lesserOf",
      parts: [
        { kind: "fixed", yuan: 0 },
        { kind: "percent", base: "annualRevenue", percent: 5, capYuan: null },
      ],
      capYuan: null,
      ...display,
    };
    expect(of({ amount: percent(5) }, [{}, { annualRevenue: 100 }])).toEqual([null, 500]);
    expect(of({ amount: lesser }, [{}, { annualRevenue: 100 }])).toEqual([0, 0]);
  });
});

it("equals the exact rule on the whole catalogue", () => {
  const catalogue = loadCatalogueFiles("rules");
  const pools = valuePools(catalogue.items, catalogue.facts, "2026-11-22");
  const draw = seededDraw(25);
  const names = [...catalogue.facts.keys()];
  const profiles = Array.from({ length: 40 }, (_, row) =>
    drawProfile(pools, names, { absent: row % 4 === 0 ? 0.4 : 0.02, odd: 0 }, draw),
  );
  const columns = loadColumns(profiles);
  let compared = 0;
  for (const each of catalogue.items) {
    const column = amountColumn(each, columns);
    profiles.forEach((facts, row) => {
      const { fen } = amountOf(each, facts, nothingReceived);
      if (column.fenAt(row) !== (fen === null ? null : Number(fen)))
        throw new Error(`${each.id} ${JSON.stringify(facts)}: ${column.fenAt(row)} instead of ${fen}`);
      compared += 1;
    });
  }
  expect(compared).toBe(935 * 40);
});
