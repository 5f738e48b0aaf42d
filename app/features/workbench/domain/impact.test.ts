import { describe, expect, it } from "vitest";
import { amountOf } from "~/features/matching/domain/amount/amount";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { loadColumns } from "~/features/matching/domain/register/columns";
import { drawProfile, seededDraw, valuePools } from "~/features/matching/domain/evaluate/generate-profiles";
import { nothingReceived } from "~/features/claims/domain/received";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { display, item } from "~/features/policies/testing/small-catalogue";
import { compareVersions } from "./compare-versions";
import { impactOf } from "./impact";
import { holdRegister } from "./register";

const day = "2026-11-22";
const catalogue = loadCatalogueFiles("rules");
const { regions } = catalogue;
const register = (profiles: readonly Facts[]) =>
  holdRegister(
    profiles.map((_, row) => ({ id: String(row), creditCode: String(row), name: `示例${row}` })),
    loadColumns(profiles),
    new Date("2026-11-22T00:00:00Z"),
  );
const firm = (parts: Facts): Facts => ({
  region: "340503",
  industry: "C3421",
  size: "small",
  employees: 100,
  annualRevenue: 1_000_000,
  ...parts,
});

/** Firms of Ma'anshan with 100 or more employees receive 5 % of their revenue, at most 500,000 yuan. */
const reward = item();

describe("the sandbox", () => {
  it("counts firms and yuan, in all and by place, industry and size", () => {
    const impact = impactOf(
      reward,
      register([
        firm({}),
        firm({ region: "340504", industry: "I6510", annualRevenue: 20_000_000 }),
        firm({ employees: 99 }),
        firm({ region: "340100" }),
        { region: "340503", size: "small" },
        { region: "340503", employees: 100 },
      ]),
      regions,
      day,
    );
    // 5 % of 1 million = 50,000; 5 % of 20 million = 1 million, cut at 500,000; one eligible firm's revenue is unknown
    expect(impact).toMatchObject({ firms: 6, eligible: 3, unknown: 1, nearly: 1, fen: 55_000_000n, open: 1 });
    expect(impact.cuts.region).toEqual([
      { key: "340503", eligible: 2, unknown: 1, nearly: 1, fen: 5_000_000n, open: 1 },
      { key: "340504", eligible: 1, unknown: 0, nearly: 0, fen: 50_000_000n, open: 0 },
    ]);
    expect(impact.cuts.industry.map(({ key, eligible }) => `${key} ${eligible}`)).toEqual([" 1", "C 1", "I 1"]);
    expect(impact.cuts.size.map(({ key, eligible }) => `${key} ${eligible}`)).toEqual([" 1", "small 2"]);
  });

  it("is meant for the firms of the item's place only, whatever the conditions say", () => {
    const county = {
      ...reward,
      region: "340503",
      conditions: { fact: "employees", operator: "greaterThan", value: 1 },
    } as PolicyItem;
    expect(impactOf(county, register([firm({}), firm({ region: "340504" })]), regions, day).eligible).toBe(1);
  });

  it("agrees with the closures and the exact rule on drawn firms and real items", () => {
    const pools = valuePools(catalogue.items, catalogue.facts, day);
    const draw = seededDraw(99);
    const profiles = Array.from({ length: 300 }, () => ({
      ...drawProfile(pools, [...catalogue.facts.keys()], { absent: 0.1, odd: 0 }, draw),
      region: "340503",
    }));
    const held = register(profiles);
    for (const each of catalogue.items
      .filter(({ region }) => ["000000", "340000", "340500", "340503"].includes(region))
      .slice(0, 120)) {
      const verdicts = profiles.map((facts) => evaluateCondition(each.conditions, facts, day));
      const fen = profiles.reduce(
        (sum, facts, row) =>
          verdicts[row] === "eligible" ? sum + (amountOf(each, facts, nothingReceived).fen ?? 0n) : sum,
        0n,
      );
      const impact = impactOf(each, held, regions, day);
      expect({ id: each.id, eligible: impact.eligible, unknown: impact.unknown, fen: impact.fen }).toEqual({
        id: each.id,
        eligible: verdicts.filter((verdict) => verdict === "eligible").length,
        unknown: verdicts.filter((verdict) => verdict === "unknown").length,
        fen,
      });
    }
  });
});

describe("the backtest", () => {
  const profiles = [
    firm({}),
    firm({ employees: 80 }),
    firm({ employees: 50 }),
    firm({ annualRevenue: 2_000_000, employees: 300 }),
  ];
  const lower: PolicyItem = {
    ...reward,
    conditions: {
      all: [
        { fact: "region", operator: "startsWithAny", value: ["3405"] },
        { fact: "employees", operator: "greaterThanInclusive", value: 80 },
        { fact: "employees", operator: "lessThan", value: 300 },
      ],
    },
  };

  it("tells who gains, who loses, and what it costs", () => {
    const { summary, effects } = compareVersions(reward, lower, register(profiles), regions, day);
    expect(effects).toEqual([
      { kind: "loses", row: 3, before: 10_000_000n, after: 0n },
      { kind: "gains", row: 1, before: 0n, after: 5_000_000n },
    ]);
    expect(summary).toMatchObject({
      firms: 4,
      counts: { gains: 1, loses: 1, more: 0, less: 0 },
      unchanged: 2,
      eligibleBefore: 2,
      eligibleAfter: 2,
      beforeFen: "15000000",
      afterFen: "10000000",
    });
  });
  it("tells whose sum rises or falls", () => {
    const dearer: PolicyItem = {
      ...reward,
      amount: { kind: "percent", base: "annualRevenue", percent: 6, capYuan: 110_000, ...display },
    };
    const { effects } = compareVersions(
      reward,
      dearer,
      register([firm({}), firm({ annualRevenue: 9_000_000 })]),
      regions,
      day,
    );
    expect(effects.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["less", 45_000_000n, 11_000_000n],
      ["more", 5_000_000n, 6_000_000n],
    ]);
  });
  it("takes a new item as one nobody had", () => {
    expect(compareVersions(null, reward, register(profiles), regions, day).summary).toMatchObject({
      counts: { gains: 2, loses: 0, more: 0, less: 0 },
      beforeFen: "0",
      afterFen: "15000000",
    });
  });
});
