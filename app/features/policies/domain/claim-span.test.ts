import { describe, expect, it } from "vitest";
import { item } from "../testing/small-catalogue";
import { claimSpanOf, pinnedYear, rewardedOn, spanProblem } from "./claim-span";
import { closedOn, closesOn, endedOn, isOffered, takenUntil, windowOn } from "./offer";
import { termLines } from "./term-words";

const known = item().document.validity!;
const lasting = { ...item().document, issuedOn: null, validFrom: null, validTo: null, validity: known };
// 每年2月底前申报上一年度评定的
const untilFebruary = item({
  document: lasting,
  claimFrom: { year: 1, day: "01-01" },
  claimTo: { year: 1, day: "02-29" },
});
const overNewYear = item({
  document: lasting,
  claimFrom: { year: 0, day: "11-15" },
  claimTo: { year: 1, day: "01-31" },
});
const single = item({ document: lasting, claimFrom: "2024-03-01", claimTo: "2024-12-31", rewardedYear: 2023 });

describe("the year rewarded", () => {
  it.each([
    ["of the year before", untilFebruary, "2026-02-28", 2025],
    ["with the leap day", untilFebruary, "2028-02-29", 2027],
    ["before New Year", overNewYear, "2026-12-31", 2026],
    ["and after it is the same", overNewYear, "2027-01-31", 2026],
    ["of a single round", single, "2024-05-05", 2023],
    ["without claims of their own is the day's", item(), "2026-05-05", 2026],
  ])("%s", (_name, claimed, day, year) => expect(rewardedOn(claimed, day)).toBe(year));
  it("is pinned only where years are claimed apart from themselves", () => {
    expect(pinnedYear(untilFebruary, "2026-02-01")).toBe(2025);
    expect(pinnedYear(item(), "2026-02-01")).toBeNull();
  });
  it("has a missing end at the beginning or end of the year", () => {
    const open = item({ claimFrom: { year: 1, day: "03-01" } });
    expect(claimSpanOf(open, 2025)).toEqual({ year: 2025, from: "2026-03-01", to: "2026-12-31" });
    expect(claimSpanOf(item({ claimTo: "2026-01-20" }), 2026)).toEqual({
      year: 2026,
      from: "2026-01-01",
      to: "2026-01-20",
    });
  });
});

describe("a claim on a day", () => {
  it.each([
    ["2026-02-28", null],
    ["2026-03-01", { reason: "claimsShut", day: "2027-01-01", year: 2026 }],
    ["2026-12-31", { reason: "claimsShut", day: "2027-01-01", year: 2026 }],
    ["2027-01-01", null],
  ])("%s: %o", (day, closed) => {
    expect(closedOn(untilFebruary, day)).toEqual(closed);
    expect(isOffered(untilFebruary, day)).toBe(closed === null);
    expect(windowOn(untilFebruary, day)).toBe(closed === null ? "open" : "closed");
  });
  it("of a single round ends with it", () => {
    expect(closedOn(single, "2024-02-29")).toEqual({ reason: "claimsShut", day: "2024-03-01", year: 2023 });
    expect(closedOn(single, "2025-01-01")).toEqual({ reason: "ended", day: "2024-12-31" });
    expect(endedOn(single, "2025-01-01")).toBe("2024-12-31");
  });
  it("for the year a draft was begun for is over when its days are, though the next year's are open", () =>
    expect(closedOn(untilFebruary, "2027-01-10", 2025)).toEqual({ reason: "ended", day: "2026-02-28" }));
  it("awaits nothing that opens after the term", () => {
    const ending = item({ ...untilFebruary, document: { ...lasting, validTo: "2026-12-31" } });
    expect(closedOn(ending, "2026-06-01")).toEqual({ reason: "ended", day: "2026-02-28" });
  });
  it("can be made until its last day", () => {
    expect(closesOn(untilFebruary, "2026-01-15")).toBe("2026-02-28");
    expect(takenUntil(overNewYear, 2026, "2027-01-10")).toBe("2027-01-31");
    expect(takenUntil(overNewYear, 2026, "2027-02-01")).toBeNull();
  });
});

describe("spans in order", () => {
  it.each([
    ["closing before they open", { claimFrom: "2026-05-01", claimTo: "2026-04-30" }, "claims close before they open"],
    [
      "of two years at once",
      { claimFrom: { year: 1, day: "01-01" }, claimTo: { year: 2, day: "01-01" } },
      "claims for two years are open at once",
    ],
    [
      "of two kinds",
      { claimFrom: "2026-05-01", claimTo: { year: 0, day: "12-31" } },
      "one end is a date, the other is counted from a year",
    ],
    ["on no day", { claimTo: { year: 0, day: "02-30" } }, "02-30 is not a day"],
    ["with a year and no days", { rewardedYear: 2025 }, "it names a year rewarded without claims"],
    [
      "with a year beside days counted from it",
      { claimTo: { year: 1, day: "03-01" }, rewardedYear: 2025 },
      "a year rewarded is named beside days counted from it",
    ],
    ["over New Year", { claimFrom: { year: 0, day: "11-15" }, claimTo: { year: 1, day: "11-14" } }, null],
  ])("%s", (_name, parts, problem) => expect(spanProblem(item(parts))).toBe(problem));
});

describe("words of claims", () => {
  it("say the rule and what is open, or comes next", () => {
    expect(termLines(untilFebruary, "2026-02-01", "zh")).toEqual([
      { key: "claims", values: { from: "次年1月1日", to: "次年2月末" } },
      { key: "claimsOpen", values: { year: 2025, from: "2026-01-01", to: "2026-02-28" } },
    ]);
    expect(termLines(untilFebruary, "2026-03-01", "en")).toEqual([
      {
        key: "claims",
        values: { from: "1 January of the following year", to: "the end of February of the following year" },
      },
      { key: "claimsNext", values: { year: 2026, from: "2027-01-01", to: "2027-02-28" } },
    ]);
    expect(termLines(item(), "2026-03-01", "zh")).toEqual([]);
  });
});
