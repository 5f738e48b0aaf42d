import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRules, type Item, type Rules } from "./catalogue";
import { workingDaysBetween, yearsAfter } from "./days";
import type { Diary, Entry, Facts, HandedIn } from "./diary";
import { withPublished } from "./published";
import { judgeDiary } from "./judge";
import { sumOf } from "./sum";
import { judge } from "./verdict";

type Worked = {
  id: string;
  itemId: string;
  profile: Facts;
  received: Record<string, number>;
  eligible: boolean;
  amountYuan: number;
  why: string;
  on?: string;
  verdict?: "unknown";
};
const rules = readRules("rules");
const worked = readFileSync("rules/cases.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Worked);

describe("the oracle reads the rules as whoever worked the cases by hand did", () => {
  it.each(worked)("$id $itemId: $why", ({ itemId, profile, received, eligible, amountYuan, on, verdict }) => {
    const item = rules.items.get(itemId);
    if (!item) throw new Error(`no item ${itemId}`);
    expect(judge(item.conditions, profile, on ?? "2026-11-22")).toBe(verdict ?? (eligible ? "yes" : "no"));
    if (!eligible) return;
    const had = item.topUp
      ? Object.entries(received)
          .filter(([id]) => rules.items.get(id)?.exclusiveGroup === item.exclusiveGroup)
          .reduce((sum, [, yuan]) => sum + BigInt(yuan) * 100n, 0n)
      : 0n;
    const left = (sumOf(item, withPublished(profile, rules.published, on ?? "2026-11-22")) ?? 0n) - had;
    expect(left < 0n ? 0n : left).toBe(BigInt(Math.round(amountYuan * 100)));
  });
});

describe("days", () => {
  it("counts years by the calendar: the corresponding day is still within, 29 February ends on the 28th", () => {
    expect(yearsAfter("2023-11-29", 3)).toBe("2026-11-29");
    expect(yearsAfter("2024-02-29", 1)).toBe("2025-02-28");
    const condition = { fact: "registeredOn", operator: "withinYears", value: 3 };
    expect(judge(condition, { registeredOn: "2023-11-29" }, "2026-11-29")).toBe("yes");
    expect(judge(condition, { registeredOn: "2023-11-29" }, "2026-11-30")).toBe("no");
  });

  it("counts a year from that of the day", () => {
    const condition = { fact: "ratingYear", operator: "equal", value: { year: -1 } };
    expect(judge(condition, { ratingYear: 2026 }, "2026-12-31")).toBe("no");
    expect(judge(condition, { ratingYear: 2026 }, "2027-01-01")).toBe("yes");
    expect(judge({ ...condition, operator: "greaterThanInclusive" }, { ratingYear: 2027 }, "2027-01-01")).toBe("yes");
    expect(judge(condition, {}, "2027-01-01")).toBe("unknown");
  });

  it("counts working days after a day, by what was announced", () => {
    expect(workingDaysBetween({}, "2026-11-27", "2026-12-01")).toBe(2);
    expect(workingDaysBetween({ "2026-11-28": true, "2026-11-30": false }, "2026-11-27", "2026-12-01")).toBe(2);
  });
});

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  conditions: { all: [] },
  amount: { kind: "fixed", yuan: 1000 },
  multiplier: null,
  exclusiveGroup: null,
  topUp: false,
  window: null,
  validFrom: null,
  validTo: null,
  ...more,
});
const capped = (yuan: number): Item["amount"] => ({
  kind: "fixed",
  yuan,
  sharedCap: { group: "cap-year", yuan: 1500 },
});
/** 1,000 yuan from an output of 1 on, 3,000 from 2 on. */
const byOutput: Item["amount"] = {
  kind: "tiered",
  on: "output",
  tiers: [
    { from: 1, yuan: 1000 },
    { from: 2, yuan: 3000 },
  ],
  capYuan: null,
};
const world: Rules = {
  published: [],
  items: new Map(
    [
      item("ever"),
      item("year"),
      item("deed"),
      item("event"),
      item("ended", { validTo: "2026-03-31" }),
      item("low", { exclusiveGroup: "rival" }),
      item("high", { exclusiveGroup: "rival", amount: { kind: "fixed", yuan: 3000 } }),
      item("first", { exclusiveGroup: "top", topUp: true }),
      item("second", { exclusiveGroup: "top", topUp: true, amount: { kind: "fixed", yuan: 3000 } }),
      item("province", { exclusiveGroup: "rank" }),
      item("nation", { exclusiveGroup: "rank", amount: { kind: "fixed", yuan: 3000 } }),
      item("step", { exclusiveGroup: "steps", topUp: true, amount: byOutput }),
      item("capped-a", { amount: capped(1000) }),
      item("capped-b", { amount: capped(900) }),
    ].map((each) => [each.id, each]),
  ),
  once: new Map([
    ["ever", { once: "ever" }],
    ["deed", { once: "project" }],
    ["event", { once: "asEarned" }],
    ["first", { once: "ever" }],
    ["second", { once: "ever" }],
    ["province", { once: "ever" }],
    ["nation", { once: "ever" }],
    ["step", { once: "ever", step: true }],
    ["capped-a", { once: "project" }],
    ["capped-b", { once: "project" }],
  ]),
  groups: new Map([
    ["rival", "year"],
    ["top", "firm"],
    ["rank", "level"],
    ["steps", "firm"],
  ]),
};
const sent = (id: string, name: string, day: string, more: Partial<HandedIn> = {}): Entry => ({
  kind: "handedIn",
  case: id,
  firm: "firm",
  item: name,
  year: Number(day.slice(0, 4)),
  facts: {},
  deed: { deedNumber: serialOf(id) },
  honest: true,
  refused: null,
  ...more,
  day,
});
const serialOf = (id: string) => id.charCodeAt(0);
const paid = (id: string, yuan: number, day: string): Entry => ({
  kind: "bankPaid",
  case: id,
  fen: String(yuan * 100),
  day,
});
const told = (...diary: Diary) => {
  const { wronglyPaid, wronglyRefused } = judgeDiary(world, diary, "2027-12-31");
  return [wronglyPaid.map((each) => each.case), wronglyRefused.map((each) => each.case)];
};

describe("what was rightfully due", () => {
  it("a reward had once ever: the second is wrongly paid, or rightly refused", () => {
    const first = [sent("a", "ever", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, sent("b", "ever", "2027-02-02"), paid("b", 1000, "2027-03-02"))).toEqual([["b"], []]);
    expect(told(...first, sent("b", "ever", "2027-02-02", { refused: "claimed" }))).toEqual([[], []]);
  });

  it("once a year: the next year is a new one, and refusing it is wrong", () => {
    const first = [sent("a", "year", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, sent("b", "year", "2026-12-02", { refused: "claimed" }))).toEqual([[], []]);
    expect(told(...first, sent("b", "year", "2027-01-04", { refused: "claimed" }))).toEqual([[], ["b"]]);
  });

  it("once a deed: another deed counts anew, the same one doesn't", () => {
    const first = [sent("a", "deed", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, sent("b", "deed", "2026-04-02"), paid("b", 1000, "2026-05-02"))).toEqual([[], []]);
    expect(
      told(
        ...first,
        sent("b", "deed", "2026-04-02", { deed: { deedNumber: serialOf("a") } }),
        paid("b", 1000, "2026-05-02"),
      ),
    ).toEqual([["b"], []]);
  });

  it("as often as earned: another number is another event, the same one is not, in whatever year", () => {
    const first = [sent("a", "event", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    const again = { deed: { deedNumber: serialOf("a") } };
    for (const year of [2026, 2027]) {
      expect(told(...first, sent("b", "event", `${year}-04-02`, again), paid("b", 1000, `${year}-05-02`))).toEqual([
        ["b"],
        [],
      ]);
      expect(told(...first, sent("b", "event", `${year}-04-02`), paid("b", 1000, `${year}-05-02`))).toEqual([[], []]);
    }
  });

  it("a shared ceiling, filled by an earlier one: what it leaves, until that falls away before the approval", () => {
    const both = [sent("a", "capped-a", "2026-02-02"), sent("b", "capped-b", "2026-02-03")];
    const approved = (id: string, day: string): Entry => ({ kind: "approved", case: id, day });
    const withdrawn = (day: string): Entry => ({ kind: "withdrawn", case: "a", day });
    const before = [...both, withdrawn("2026-02-10"), approved("b", "2026-02-20")];
    expect(told(...before, paid("b", 900, "2026-03-02"))).toEqual([[], []]);
    expect(told(...before, paid("b", 500, "2026-03-02"))).toEqual([[], ["b"]]);
    const after = [...both, approved("b", "2026-02-10"), withdrawn("2026-02-20")];
    expect(told(...after, paid("b", 500, "2026-03-02"))).toEqual([[], []]);
    expect(told(...after, paid("b", 900, "2026-03-02"))).toEqual([["b"], []]);
  });

  it("levels: a higher one of a later year is due whole, of the same year it is not, nor a lower one afterwards", () => {
    const low = [sent("a", "province", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    const nation = (year: number) => sent("b", "nation", `${year}-04-02`);
    expect(told(...low, nation(2027), paid("b", 3000, "2027-05-02"))).toEqual([[], []]);
    expect(told(...low, nation(2026), paid("b", 3000, "2026-05-02"))).toEqual([["b"], []]);
    const high = [sent("a", "nation", "2026-02-02"), paid("a", 3000, "2026-03-02")];
    expect(told(...high, sent("b", "province", "2027-04-02"), paid("b", 1000, "2027-05-02"))).toEqual([["b"], []]);
  });

  it("rivals: the second gets nothing; a top-up gets the difference and no more", () => {
    const low = [sent("a", "low", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...low, sent("b", "high", "2026-04-02"), paid("b", 3000, "2026-05-02"))).toEqual([["b"], []]);
    const first = [sent("a", "first", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, sent("b", "second", "2026-04-02"), paid("b", 2000, "2026-05-02"))).toEqual([[], []]);
    expect(told(...first, sent("b", "second", "2026-04-02"), paid("b", 3000, "2026-05-02"))).toEqual([["b"], []]);
  });

  it("step by step: for a higher step what it brings more, for the same one nothing", () => {
    const at = (id: string, output: number, day: string) => sent(id, "step", day, { facts: { output } });
    const first = [at("a", 1, "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, at("b", 2, "2026-06-02"), paid("b", 2000, "2026-07-02"))).toEqual([[], []]);
    expect(told(...first, at("b", 2, "2026-06-02"), paid("b", 3000, "2026-07-02"))).toEqual([["b"], []]);
    expect(told(...first, at("b", 1, "2027-06-02"), paid("b", 1000, "2027-07-02"))).toEqual([["b"], []]);
    const both = [...first, at("b", 2, "2026-06-02"), paid("b", 2000, "2026-07-02")];
    expect(told(...both, at("c", 2, "2027-06-02"), paid("c", 1000, "2027-07-02"))).toEqual([["c"], []]);
  });

  it("a top-up that left room to a lower one under way takes none of it again, whichever is decided first", () => {
    const both = [sent("a", "first", "2026-02-02"), sent("b", "second", "2026-02-03")];
    const paidOut = [paid("b", 2000, "2026-03-02"), paid("a", 1000, "2026-03-09")];
    expect(told(...both, ...paidOut)).toEqual([[], []]);
    expect(told(...both, paid("b", 3000, "2026-03-02"))).toEqual([["b"], ["a"]]);
    expect(told(...both, { kind: "corrected", case: "a", facts: {}, deed: {}, day: "2026-02-09" }, ...paidOut)).toEqual(
      [[], []],
    );
  });

  it("under a shared cap of the year the second is cut, and the next year has room again", () => {
    const first = [sent("a", "capped-a", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, sent("b", "capped-b", "2026-04-02"), paid("b", 500, "2026-05-02"))).toEqual([[], []]);
    expect(told(...first, sent("b", "capped-b", "2026-04-02"), paid("b", 900, "2026-05-02"))).toEqual([["b"], []]);
    expect(told(...first, sent("b", "capped-b", "2027-04-02"), paid("b", 900, "2027-05-02"))).toEqual([[], []]);
  });

  it("after the end of its term nothing is due; a correction asked in time may be answered after it", () => {
    expect(told(sent("a", "ended", "2026-04-01"), paid("a", 1000, "2026-05-02"))).toEqual([["a"], []]);
    expect(
      told(
        sent("a", "ended", "2026-03-31"),
        { kind: "corrected", case: "a", facts: {}, deed: {}, day: "2026-04-20" },
        paid("a", 1000, "2026-05-02"),
      ),
    ).toEqual([[], []]);
  });

  it("a correction keeps its case's place: a later one under way takes nothing from it, one decided does", () => {
    const tiers = (id: string, output: number, day: string) => sent(id, "step", day, { facts: { output } });
    const both = [tiers("a", 1, "2026-02-02"), tiers("b", 1, "2026-02-03")];
    const corrected: Entry = {
      kind: "corrected",
      case: "a",
      facts: { output: 2 },
      deed: { deedNumber: serialOf("a") },
      day: "2026-02-10",
    };
    expect(told(...both, corrected, paid("a", 3000, "2026-03-02"))).toEqual([[], []]);
    const higher = tiers("b", 2, "2026-02-03");
    const first = [tiers("a", 1, "2026-02-02"), higher, { kind: "approved", case: "b", day: "2026-02-06" } as const];
    expect(told(...first, paid("b", 2000, "2026-03-02"), corrected, paid("a", 3000, "2026-03-02"))).toEqual([
      ["a"],
      [],
    ]);
  });

  it("a term that went by frees the claim; it is wrong where the firm had answered, as is a refusal of what was due", () => {
    const lapsed: Entry = { kind: "lapsed", case: "a", day: "2026-03-02" };
    const first = sent("a", "ever", "2026-02-02");
    const again = [sent("b", "ever", "2026-06-02"), paid("b", 1000, "2026-07-02")];
    expect(told(first, { kind: "asked", case: "a", day: "2026-02-09" }, lapsed, ...again)).toEqual([[], []]);
    expect(told(first, lapsed, ...again)).toEqual([[], ["a"]]);
    const answered = { case: "a", facts: {}, deed: {}, day: "2026-02-20" } as const;
    const unheard: Entry = { kind: "correctionRefused", ...answered, refused: "claimed" };
    const asked: Entry = { kind: "asked", case: "a", day: "2026-02-09" };
    expect(told(first, asked, { kind: "corrected", ...answered }, lapsed)).toEqual([[], ["a"]]);
    expect(told(first, asked, unheard, lapsed)).toEqual([[], ["a"]]);
    const had = [sent("c", "ever", "2026-01-12"), paid("c", 1000, "2026-02-12")];
    expect(told(...had, first, asked, unheard, lapsed)).toEqual([[], []]);
  });

  it("money that came back must come again; what was paid twice, or for a lie, is wrong", () => {
    const back: Entry = { kind: "bankReturned", case: "a", fen: "100000", day: "2026-04-02" };
    const first = [sent("a", "ever", "2026-02-02"), paid("a", 1000, "2026-03-02")];
    expect(told(...first, back)).toEqual([[], ["a"]]);
    expect(told(...first, back, paid("a", 1000, "2026-05-02"))).toEqual([[], []]);
    expect(told(...first, paid("a", 1000, "2026-05-02"))).toEqual([["a"], []]);
    expect(told(sent("a", "ever", "2026-02-02", { honest: false }), paid("a", 1000, "2026-03-02"))).toEqual([
      ["a"],
      [],
    ]);
  });

  it("a withdrawn, refused or fully recovered claim leaves room; one that was never paid is found", () => {
    const again = [sent("b", "ever", "2026-06-02"), paid("b", 1000, "2026-07-02")];
    expect(
      told(sent("a", "ever", "2026-02-02"), { kind: "withdrawn", case: "a", day: "2026-02-09" }, ...again),
    ).toEqual([[], []]);
    const deceit: Entry[] = [
      { kind: "deceit", case: "a", day: "2026-04-02" },
      { kind: "recovered", case: "a", fen: "100000", day: "2026-05-02" },
    ];
    expect(told(sent("a", "ever", "2026-02-02"), paid("a", 1000, "2026-03-02"), ...deceit, ...again)).toEqual([[], []]);
    expect(told(sent("a", "ever", "2026-02-02"))).toEqual([[], ["a"]]);
  });
});
