import { describe, expect, it } from "vitest";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import type { PolicyItem, Validity } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { isInForce } from "~/features/policies/domain/validity";
import { readFolder, type Read, type Rules, type Term } from "./rules";
import { everyDay, travel, type Judged } from "./travel";

const stated: Validity = { known: "stated", basis: "原文", checkedOn: "2026-11-29", sources: [] };
const rated = (value: number | { year: number }): Condition => ({ fact: "ratingYear", operator: "equal", value });
const judged: Judged = {
  isOffered: isInForce,
  verdict: (item, facts, day) => evaluateCondition(item.conditions, facts, day),
};

function rules(conditions: Condition, more: Partial<Term> & { summary?: string } = {}): Rules {
  const { summary = "奖给企业。", from = "2026-01-01", until = null, validity = stated } = more;
  const document = { title: "", number: null, issuer: "", issuedOn: null, validFrom: from, validTo: until, validity };
  const item = { id: "x-1", title: "", summary, notes: null, conditions, document } as unknown as PolicyItem;
  const read: Read = { item, term: { from, until, validity } };
  const year = { name: "ratingYear", type: "year", min: 1949, max: 2100, values: null };
  const day = { name: "registeredOn", type: "date", min: 1900, max: 2100, values: null };
  return { items: [read], facts: new Map([year, day].map((fact) => [fact.name, fact])), records: [] };
}

const kinds = (given: Rules, judge: Judged = judged) =>
  travel(given, judge).findings.map(({ kind, day }) => `${kind} ${day ?? ""}`.trim());

describe("two years with the catalogue", () => {
  it("goes through 730 days and finds nothing; each item in force is watched", () => {
    const journey = travel(readFolder("rules"), judged);
    expect(journey.findings).toEqual([]);
    expect([journey.days, journey.unwatched]).toEqual([730, []]);
    expect(journey.watched).toBeGreaterThan(100);
    expect([everyDay()[0], everyDay().at(-1)]).toEqual(["2026-01-01", "2027-12-31"]);
  });

  it("sees what is offered after its last day, before its first, after it was replaced, or unconfirmed", () => {
    const always: Judged = { ...judged, isOffered: () => true };
    const asked = rated({ year: 0 });
    const words = { summary: "当年新评的奖励。" };
    expect(kinds(rules(asked, { ...words, until: "2026-06-30" }))).toEqual([]);
    expect(kinds(rules(asked, { ...words, until: "2026-06-30" }), always)).toContain("offeredOutsideTerm 2026-07-01");
    expect(kinds(rules(asked, { ...words, from: "2026-03-01" }), always)).toContain("offeredOutsideTerm 2026-01-01");
    const replaced: Validity = { ...stated, change: { kind: "replaced", by: "新办法", on: "2026-05-01" } };
    expect(kinds(rules(asked, { ...words, validity: replaced }), always)).toContain("offeredOutsideTerm 2026-05-01");
    expect(kinds(rules(asked, { ...words, validity: { ...stated, known: "unknown" } }), always)).toEqual([
      "offeredUnconfirmed 2026-01-01",
    ]);
    const lapsing: Validity = { ...stated, known: "norm", norm: { name: "五年", until: "2027-01-31" } };
    expect(kinds(rules(asked, { ...words, validity: lapsing }), always)).toContain("offeredUnconfirmed 2027-02-01");
  });

  it("sees a year that is written out, unless a record says why", () => {
    const given = rules({ all: [rated(2026), { fact: "ratingYear", operator: "in", value: [2025, 2026] }] });
    expect(kinds(given)).toEqual(["literalYears", "literalYears"]);
    expect(kinds({ ...given, records: [{ code: "literalYear", item: "x-1" }] })).toEqual([]);
  });

  it("sees a verdict that turns at New Year, or on any day, without a word of the text for it", () => {
    expect(kinds(rules(rated({ year: 0 }), { summary: "当年新评的奖励。" }))).toEqual([]);
    expect(kinds(rules(rated({ year: 0 })))).toEqual(["unexplainedFlips 2027-01-01"]);
    // registered on the eve: the half year ends with 30 June
    const young: Condition = { fact: "registeredOn", operator: "withinYears", value: 0.5 };
    expect(kinds(rules(young, { summary: "成立6个月内的企业。" }))).toEqual([]);
    expect(kinds(rules(young))).toEqual(["unexplainedFlips 2027-07-01"]);
    const whim: Judged = {
      ...judged,
      verdict: (_item, _facts, day) => (day < "2027-03-01" ? "eligible" : "ineligible"),
    };
    expect(kinds(rules(young), whim)).toEqual(["unexplainedFlips 2027-03-01"]);
  });
});
