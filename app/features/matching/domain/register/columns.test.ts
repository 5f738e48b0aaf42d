import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { amountOf } from "../amount/amount";
import { codeAt, loadColumns, type Bitmap } from "./columns";
import { compileColumns } from "./columns-rule";
import { amountSums, countOf, eachFirm, splitBy } from "./columns-sums";
import { evaluateCondition } from "../evaluate/evaluate";
import { factSlots } from "../evaluate/fact-slots";
import { drawProfile, seededDraw, valuePools } from "../evaluate/generate-profiles";
import { nothingReceived } from "~/features/claims/domain/received";
import { buildRule } from "../evaluate/rule";
import { closureTable, columnTable, disagreements } from "../../testing/differential";

const today = "2026-11-22";
const rowsOf = (bitmap: Bitmap) => {
  const rows: number[] = [];
  eachFirm(bitmap, (row) => rows.push(row));
  return rows;
};

const select = (condition: Condition, profiles: readonly Facts[], canChange?: (fact: string) => boolean) => {
  const selection = compileColumns(buildRule(condition, factSlots()), loadColumns(profiles), today, canChange)();
  return { eligible: rowsOf(selection.eligible), unknown: rowsOf(selection.unknown), nearly: rowsOf(selection.nearly) };
};

describe("a register held by fact", () => {
  it("keeps values as they are, few or many, unknown where absent or null", () => {
    const profiles: Facts[] = Array.from({ length: 700 }, (_, row) => ({
      few: row % 2 === 0,
      many: 700 - row,
      ...(row % 3 === 0 ? { mixed: row % 4 === 0 ? "7" : 7 } : {}),
    }));
    profiles[5] = { few: null, many: 1 } as unknown as Facts;
    const { columns } = loadColumns(profiles);
    for (const [fact, column] of columns) {
      profiles.forEach((facts, row) =>
        expect(column.values[codeAt(column, row) - 1] ?? null).toBe(facts[fact] ?? null),
      );
    }
    // 700 values and "unknown" take ten bits, two and "unknown" take two
    expect(columns.get("many")?.planes).toHaveLength(10);
    expect(columns.get("few")?.planes).toHaveLength(2);
  });

  it("answers in three values; the last word holds no firm too many", () => {
    const grown: Condition = {
      all: [
        { fact: "revenue", operator: "greaterThanInclusive", value: 20 },
        { not: { fact: "listed", operator: "equal", value: true } },
      ],
    };
    const profiles: Facts[] = [
      { revenue: 20, listed: false },
      { revenue: 19, listed: false },
      { revenue: 20 },
      { revenue: 19 },
      {},
      { revenue: 20, listed: true },
    ];
    expect(select(grown, profiles)).toEqual({ eligible: [0], unknown: [2, 4], nearly: [] });
    expect(select({ all: [] }, profiles).eligible).toEqual([0, 1, 2, 3, 4, 5]);
    expect(select({ fact: "unheardOf", operator: "equal", value: 1 }, profiles).unknown).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("nearly eligible: one condition the firm can change stands in the way, all else is known and met", () => {
    const condition: Condition = {
      all: [
        { fact: "region", operator: "startsWithAny", value: ["3405"] },
        { fact: "staff", operator: "greaterThan", value: 9 },
        {
          any: [
            { fact: "a", operator: "equal", value: true },
            { fact: "b", operator: "equal", value: true },
          ],
        },
      ],
    };
    const here = { region: "340503" };
    const profiles: Facts[] = [
      { ...here, staff: 10, a: true }, // eligible
      { ...here, staff: 9, a: true }, // staff
      { ...here, staff: 10, a: false, b: false }, // either of the two
      { ...here, staff: 9, a: false, b: false }, // two things
      { region: "330100", staff: 10, a: true }, // nobody moves a firm
      { ...here, staff: 9 }, // not told whether a or b
    ];
    expect(select(condition, profiles, (fact) => fact !== "region")).toEqual({
      eligible: [0],
      unknown: [],
      nearly: [1, 2],
    });
  });
});

describe("over the whole catalogue", () => {
  const catalogue = loadCatalogueFiles(path.resolve("rules"));
  const pools = valuePools(catalogue.items, catalogue.facts, today);
  const names = [...pools.keys()];
  const draw = seededDraw(20261126);
  const profiles = Array.from({ length: 600 }, (_, index) => ({
    ...drawProfile(pools, names, { absent: index % 3 === 0 ? 0 : 0.3, odd: index % 2 === 0 ? 0.1 : 0 }, draw),
    ...(index % 5 === 0 ? {} : { annualRevenue: index * 250_000, region: "340503" }),
  }));
  const columns = loadColumns(profiles);

  it("columns and closures agree on every pair, wrong types and unknown facts among them", () => {
    const byClosures = closureTable(catalogue, profiles, today);
    expect(disagreements(columnTable(catalogue, profiles, today), byClosures)).toBe(0);
    expect(disagreements(columnTable(catalogue, profiles, today, true), byClosures)).toBe(0);
    expect(byClosures.flat().filter((verdict) => verdict === "unknown").length).toBeGreaterThan(1000);
  });

  it("sums and splits are those of the firms one by one", () => {
    const region = splitBy(columns, "region", String);
    for (const item of catalogue.items.filter((_item, index) => index % 20 === 0)) {
      const { eligible } = compileColumns(buildRule(item.conditions, factSlots()), columns, today)();
      const fitting = profiles.filter((facts) => evaluateCondition(item.conditions, facts, today) === "eligible");
      const sums = fitting.map((facts) => amountOf(item, facts, nothingReceived).fen);
      const total = amountSums(item, columns).total(eligible);
      expect(countOf(eligible)).toBe(fitting.length);
      expect(total).toEqual({
        fen: sums.reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n),
        open: sums.filter((fen) => fen === null).length,
      });
      const parts = [...region.sums(amountSums(item, columns), eligible).values()];
      expect(parts.reduce((sum, part) => sum + part.fen, 0n)).toBe(total.fen);
      expect([...region.counts(eligible).values()].reduce((sum, count) => sum + count, 0)).toBe(fitting.length);
    }
  });
});
