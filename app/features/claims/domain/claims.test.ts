import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimedSum } from "~/features/matching/domain/amount/claimed-sum";
import type { Once } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { display, item as sound } from "~/features/policies/testing/small-catalogue";
import { receivedOf, standingOf, type EarlierClaim, type NewClaim } from "./claims";

const fixed = (yuan: number, more: Partial<Amount> = {}): Amount =>
  ({ kind: "fixed", yuan, ...display, ...more }) as Amount;
const of = (parts: Partial<PolicyItem> = {}) => sound({ amount: fixed(100), ...parts });
const held = (parts: Partial<EarlierClaim> = {}): EarlierClaim => ({
  applicationId: "1",
  number: "HQT-1",
  itemId: "mas-demo-001",
  title: { zh: "示例奖励", en: "Example reward" },
  year: 2026,
  rank: "paid",
  submittedAt: new Date("2026-01-05T02:00:00Z"),
  exclusiveGroup: null,
  sharedCap: null,
  once: "ever",
  group: "firm",
  stated: {},
  fen: 10_000n,
  cededFen: 0n,
  ...parts,
});

const claim = (parts: Partial<NewClaim> = {}): NewClaim => ({
  applicationId: null,
  place: null,
  item: of(),
  once: { once: "ever" },
  group: "firm",
  year: 2027,
  stated: {},
  wholeFen: 10_000n,
  ...parts,
});

const why = (asked: NewClaim, ...history: EarlierClaim[]) =>
  standingOf(asked, history).bars.map(({ reason }) => reason);

describe("what was had stands in the way", () => {
  it("for ever, of an item had once, whether paid, granted or asked for", () => {
    for (const rank of ["paid", "approved", "underWay"] as const)
      expect(why(claim(), held({ rank, year: 2024 }))).toEqual(["ever"]);
    expect(why(claim({ once: { once: "ever", n: 2 } }), held())).toEqual([]);
  });

  it("of its year, of an item had once a year, and of as many years as there are", () => {
    const yearly = (once: Once) => claim({ once });
    expect(why(yearly({ once: "year" }), held({ year: 2027 }))).toEqual(["year"]);
    expect(why(yearly({ once: "year" }), held({ year: 2026 }))).toEqual([]);
    expect(why(yearly({ once: "year", n: 1 }), held({ year: 2026 }))).toEqual(["years"]);
  });

  it("of the same project, told by its number or name and not by its figures, and shows the others beside it", () => {
    const project = (number: string, cost: number) =>
      claim({ once: { once: "project" }, stated: { deedName: "涂装线改造", deedNumber: number, cost } });
    const before = held({ stated: { deedName: "涂装线改造", deedNumber: "备〔2025〕12号", cost: 3 }, year: 2025 });
    expect(why(project("备〔2025〕12号", 3), before)).toEqual(["deed"]);
    expect(why(project("备 [2025] 12 号", 5), before)).toEqual(["deed"]);
    expect(why(project("备〔2026〕3号", 3), before)).toEqual([]);
    expect(standingOf(project("备〔2026〕3号", 3), [before]).beside).toEqual([before]);
    expect(why(project("无", 4), before)).toEqual(["deed"]);
    expect(why(claim({ once: { once: "asEarned" }, stated: { deedNumber: "备〔2025〕12号" } }), before)).toEqual([
      "deed",
    ]);
    expect(why(claim({ once: { once: "project" }, stated: null }), before)).toEqual([]);
  });

  it("of the same year, where neither name nor number tells the project", () => {
    const unnamed = claim({ once: { once: "project" }, stated: { cost: 3 } });
    expect(why(unnamed, held({ stated: { cost: 4 }, year: 2027 }))).toEqual(["deed"]);
    expect(why(unnamed, held({ stated: { cost: 3 }, year: 2026 }))).toEqual([]);
  });

  it("each step once, the next one is another", () => {
    const step = (wholeFen: bigint) => claim({ once: { once: "ever", step: true }, wholeFen });
    expect(why(step(10_000n), held())).toEqual(["ever"]);
    expect(why(step(20_000n), held())).toEqual([]);
  });

  it("of another item of its group, by what its text lets a firm choose between", () => {
    const item = of({ exclusiveGroup: "g" });
    const lower = held({ itemId: "mas-demo-002", exclusiveGroup: "g", fen: 5_000n, year: 2025 });
    const of2027 = { ...lower, year: 2027 };
    const asked = (group: EarlierClaim["group"], more: Partial<NewClaim> = {}) => claim({ item, group, ...more });
    expect(why(asked("firm"), lower)).toEqual(["group"]);
    expect(why(asked("year"), lower)).toEqual([]);
    expect(why(asked("year"), of2027)).toEqual(["group"]);
    expect(why(asked("level"), lower)).toEqual([]);
    expect(why(asked("level"), of2027)).toEqual(["group"]);
    expect(why(asked("level"), { ...lower, fen: 10_000n })).toEqual(["group"]);
    const deed = asked("deed", { once: { once: "project" }, stated: { deedNumber: "A-1" } });
    expect(why(deed, { ...lower, stated: { deedNumber: "A-1" } })).toEqual(["group"]);
    expect(why(deed, { ...of2027, stated: { deedNumber: "A-2" } })).toEqual([]);
  });

  it("of another item of its group that is under way, which can still be withdrawn", () => {
    const lower = held({ itemId: "mas-demo-002", exclusiveGroup: "g", rank: "underWay", year: 2027 });
    expect(why(claim({ item: of({ exclusiveGroup: "g" }), group: "level" }), lower)).toEqual(["groupOpen"]);
    expect(why(claim({ item: of({ exclusiveGroup: "g" }), group: "level" }), { ...lower, rank: "approved" })).toEqual([
      "group",
    ]);
  });

  it("of another item of its group, where no top-up pays the difference", () => {
    const item = of({ exclusiveGroup: "g" });
    const rival = held({ itemId: "mas-demo-002", exclusiveGroup: "g" });
    expect(why(claim({ item }), rival)).toEqual(["group"]);
    const topUp = standingOf(claim({ item: { ...item, topUp: true }, wholeFen: 25_000n }), [rival]);
    expect(topUp).toMatchObject({ bars: [], leftFen: 15_000n });
    expect(why(claim({ item: { ...item, topUp: true }, wholeFen: 10_000n }), rival)).toEqual(["topUp"]);
  });

  it("of the same item, though it pays the difference to others and brings more by now", () => {
    const item = of({ exclusiveGroup: "g", topUp: true });
    const again = (once: Once) => claim({ item, once, wholeFen: 12_000n });
    const before = held({ exclusiveGroup: "g" });
    expect(why(again({ once: "ever" }), before)).toEqual(["ever"]);
    expect(why(again({ once: "year" }), { ...before, year: 2027 })).toEqual(["year"]);
    expect(why(again({ once: "project" }), { ...before, year: 2027 })).toEqual(["deed"]);
    const step = { once: "ever", step: true } as const;
    expect(standingOf(again(step), [before])).toMatchObject({ bars: [], leftFen: 2_000n });
    expect(why({ ...again(step), wholeFen: 10_000n }, before)).toEqual(["topUp"]);
  });

  it("of a group of top-ups no more than its highest brings, whichever of two under way is decided first", () => {
    const item = of({ exclusiveGroup: "g", topUp: true });
    const lower = claim({
      item,
      place: { rank: "underWay", submittedAt: new Date("2026-03-01"), number: "HQT-2026-000002-4" },
      wholeFen: 10_000n,
    });
    const higher = held({ itemId: "mas-demo-002", exclusiveGroup: "g", rank: "approved", fen: 15_000n });
    expect(standingOf(lower, [{ ...higher, cededFen: 10_000n }])).toMatchObject({ bars: [], leftFen: 10_000n });
    expect(standingOf(lower, [{ ...higher, cededFen: 6_000n }])).toMatchObject({ bars: [], leftFen: 6_000n });
    expect(why(lower, { ...higher, fen: 25_000n })).toEqual(["topUp"]);
    expect(
      why(lower, { ...higher, cededFen: 10_000n }, held({ fen: 10_000n, itemId: "x", exclusiveGroup: "g" })),
    ).toEqual(["topUp", "topUp"]);
    const received = receivedOf([{ ...higher, cededFen: 6_000n, year: 2026 }], 2026);
    expect(claimedSum(item, {}, received, 2026).fen).toBe(6_000n);
  });

  it("under a shared cap, of which what is left may still be had, and nothing is refused", () => {
    const capped = (yuan: number, group = "c-year") =>
      claim({ item: of({ amount: fixed(100, { sharedCap: { group, yuan } }) }) });
    const other = held({ itemId: "mas-demo-002", sharedCap: "c-year", year: 2027 });
    expect(standingOf(capped(150), [other])).toMatchObject({ bars: [], leftFen: 5_000n });
    expect(why(capped(100), other)).toEqual(["cap"]);
    expect(standingOf(capped(100), [{ ...other, year: 2026 }]).leftFen).toBe(10_000n);
    expect(standingOf(capped(150, "c"), [{ ...other, sharedCap: "c", year: 2020 }]).leftFen).toBe(5_000n);
  });

  it("of two that exclude each other just one", () => {
    const at = (day: number) => new Date(Date.UTC(2026, 5, day));
    const first = held({ applicationId: "a", rank: "underWay", submittedAt: at(1) });
    const second = held({ applicationId: "b", rank: "underWay", submittedAt: at(2) });
    const asked = ({ applicationId, ...place }: EarlierClaim) => claim({ applicationId, place, year: 2026 });
    expect(why(asked(first), second)).toEqual([]);
    expect(why(asked(second), first)).toEqual(["ever"]);
    expect(why(asked(first), { ...second, rank: "approved" })).toEqual(["ever"]);
  });

  it("of two of one instant the one whose receipt has the lower number", () => {
    const of = (applicationId: string, number: string) => held({ applicationId, number, rank: "underWay" });
    const [second, first] = [of("a", "HQT-2026-000008-2"), of("b", "HQT-2026-000007-0")];
    const asked = ({ applicationId, ...place }: EarlierClaim) => claim({ applicationId, place, year: 2026 });
    expect(why(asked(first), second)).toEqual([]);
    expect(why(asked(second), first)).toEqual(["ever"]);
  });
});

type Deed = { item: number; year: number; cost: number; lost: boolean };
const onces: Once[] = [
  { once: "ever" },
  { once: "year", n: 2 },
  { once: "ever" },
  { once: "project" },
  { once: "ever" },
];
const items = [
  of({ id: "i-0", amount: fixed(100) }),
  of({ id: "i-1", amount: fixed(100, { sharedCap: { group: "c-year", yuan: 150 } }) }),
  of({ id: "i-2", exclusiveGroup: "g", topUp: true, amount: fixed(300) }),
  of({ id: "i-3", amount: fixed(100, { sharedCap: { group: "c-year", yuan: 150 } }) }),
  of({ id: "i-4", exclusiveGroup: "g", topUp: true, amount: fixed(200) }),
];

/** A life of a firm: it asks and asks, is granted what is left, and some of it is taken back whole. */
function live(deeds: readonly Deed[]): EarlierClaim[] {
  const history: EarlierClaim[] = [];
  deeds.forEach(({ item: index, year, cost, lost }, place) => {
    const [item, once] = [items[index] ?? of(), onces[index] ?? { once: "ever" as const }];
    const wholeFen = BigInt((item.amount as { yuan: number }).yuan * 100);
    const asked = claim({ item, once, year, stated: { deedNumber: String(cost) }, wholeFen });
    const { bars, before } = standingOf(asked, history);
    const { fen } = claimedSum(item, {}, receivedOf(before, year), year);
    if (bars.length > 0 || lost) return;
    history.push(
      held({
        applicationId: String(place),
        itemId: item.id,
        year,
        once: once.once,
        exclusiveGroup: item.exclusiveGroup,
        sharedCap: item.amount.sharedCap?.group ?? null,
        stated: { deedNumber: String(cost) },
        fen: fen ?? 0n,
        submittedAt: new Date(Date.UTC(2026, 0, 1, 0, place)),
      }),
    );
  });
  return history;
}

it("whatever a firm asks for, in any order, it is never granted more than the rules allow", () => {
  const deed = fc.record({
    item: fc.integer({ min: 0, max: 4 }),
    year: fc.integer({ min: 2024, max: 2027 }),
    cost: fc.integer({ min: 1, max: 3 }),
    lost: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const had = live(deeds);
      const sum = (which: (each: EarlierClaim) => boolean) =>
        had.filter(which).reduce((total, { fen }) => total + fen, 0n);
      expect(sum(({ itemId }) => itemId === "i-0")).toBeLessThanOrEqual(10_000n);
      expect(had.filter(({ itemId }) => itemId === "i-1").length).toBeLessThanOrEqual(2);
      expect(sum(({ exclusiveGroup }) => exclusiveGroup === "g")).toBeLessThanOrEqual(30_000n);
      for (const year of [2024, 2025, 2026, 2027]) {
        expect(sum((each) => each.sharedCap === "c-year" && each.year === year)).toBeLessThanOrEqual(15_000n);
        expect(had.filter((each) => each.itemId === "i-1" && each.year === year).length).toBeLessThanOrEqual(1);
      }
      const projects = had.filter(({ itemId }) => itemId === "i-3").map(({ stated }) => stated["deedNumber"]);
      expect(new Set(projects).size).toBe(projects.length);
      expect(had.every(({ fen }) => fen > 0n)).toBe(true);
    }),
  );
});

describe("a ceiling of a project or vehicle", () => {
  const capped = (scope: "project" | "vehicle") =>
    of({ id: "mas-demo-002", amount: fixed(100, { sharedCap: { group: "med", yuan: 150, scope } }) });
  const asked = (scope: "project" | "vehicle", stated: EarlierClaim["stated"] | null, year = 2027) =>
    claim({ item: capped(scope), once: { once: "year" }, group: "deed", stated, year });
  const before = held({ sharedCap: "med", once: "year", stated: { deedNumber: "皖A·12345" }, fen: 9_000n });

  it("is filled by what is for the same one, in whatever year and of whatever document", () => {
    const standing = standingOf(asked("vehicle", { deedNumber: "皖A12345" }), [before]);
    expect(standing.leftFen).toBe(6_000n);
    expect(standing.counted.map(({ reason }) => reason)).toEqual(["cap"]);
    const received = receivedOf(standing.before, 2027, standing.capped);
    expect(claimedSum(capped("vehicle"), {}, received, 2027).fen).toBe(6_000n);
  });
  it("is whole for another one, and for one that is not told yet", () => {
    for (const stated of [{ deedNumber: "皖A·99999" }, null]) {
      const standing = standingOf(asked("project", stated), [before]);
      expect(standing.leftFen).toBe(15_000n);
      const received = receivedOf(standing.before, 2027, standing.capped);
      expect(claimedSum(capped("project"), {}, received, 2027).fen).toBe(10_000n);
    }
  });
});

describe("so many times within so many years", () => {
  const twice = claim({ once: { once: "ever", n: 2, spanYears: 3 }, year: 2027 });
  const paid = (applicationId: string, year: number) => held({ applicationId, year });

  it("counts those of the span alone", () => {
    expect(why(twice, paid("1", 2025), paid("2", 2026))).toEqual(["ever", "ever"]);
    expect(why(twice, paid("1", 2024), paid("2", 2026))).toEqual([]);
    expect(why(claim({ once: { once: "year", n: 1, spanYears: 2 } }), held({ year: 2026 }))).toEqual(["years"]);
    expect(why(claim({ once: { once: "year", n: 1, spanYears: 2 } }), held({ year: 2025 }))).toEqual([]);
  });
  it("is not received any more when the span is over", () => {
    expect(receivedOf([{ ...paid("1", 2024), spanYears: 3 }], 2026)).toHaveLength(1);
    expect(receivedOf([{ ...paid("1", 2024), spanYears: 3 }], 2027)).toEqual([]);
  });
});
