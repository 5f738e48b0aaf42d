import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../testing/property-runs";
import { bestCombination, type Candidate, type Conflict } from "./combination";
import { drawInstance } from "../../testing/draw-instance";
import { seededDraw } from "../evaluate/generate-profiles";

const candidate = (
  id: string,
  fen: bigint,
  exclusiveGroup: string | null = null,
  sharedCap: Candidate["sharedCap"] = null,
): Candidate => ({
  id,
  fen,
  exclusiveGroup,
  sharedCap,
});
const cap = (group: string, fen: bigint) => ({ group, fen });

describe("best combination", () => {
  it("adds up what stands alone", () => {
    expect(bestCombination([candidate("a", 3n), candidate("b", 4n)])).toEqual({
      total: 7n,
      taken: [
        { id: "a", fen: 3n },
        { id: "b", fen: 4n },
      ],
      givenUp: [],
    });
  });
  it("takes the highest of a group and says which one stood in the way", () => {
    expect(bestCombination([candidate("a", 3n, "g"), candidate("b", 4n, "g")])).toEqual({
      total: 4n,
      taken: [{ id: "b", fen: 4n }],
      givenUp: [{ id: "a", fen: 3n, why: "exclusive", instead: ["b"] }],
    });
  });
  it("cuts the items of a shared cap together", () => {
    const shared = cap("s", 10n);
    expect(bestCombination([candidate("a", 7n, null, shared), candidate("b", 6n, null, shared)])).toEqual({
      total: 10n,
      taken: [
        { id: "a", fen: 7n },
        { id: "b", fen: 3n },
      ],
      givenUp: [],
    });
    expect(bestCombination([candidate("a", 10n, null, shared), candidate("b", 6n, null, shared)]).givenUp).toEqual([
      { id: "b", fen: 6n, why: "sharedCap", instead: ["a"] },
    ]);
  });
  it("prefers the smaller item of a group where the greater one meets a full cap", () => {
    const shared = cap("s", 10n);
    const found = bestCombination([
      candidate("a", 10n, null, shared),
      candidate("b", 8n, "g", shared),
      candidate("c", 5n, "g"),
    ]);
    expect(found.total).toBe(15n);
    expect(found.taken.map((entry) => entry.id)).toEqual(["a", "c"]);
  });
  it("keeps conflicting items apart even where that gives up the greatest", () => {
    const found = bestCombination(
      [candidate("a", 10n), candidate("b", 6n), candidate("c", 7n)],
      [
        ["a", "b"],
        ["a", "c"],
        ["a", "nobody"],
      ],
    );
    expect(found).toMatchObject({ total: 13n, givenUp: [{ id: "a", why: "conflict", instead: ["b", "c"] }] });
  });
  it("does not take what brings no money, and the earlier of two equals", () => {
    expect(bestCombination([candidate("a", 0n), candidate("b", 5n, "g"), candidate("c", 5n, "g")])).toMatchObject({
      taken: [{ id: "b", fen: 5n }],
      givenUp: [
        { id: "a", why: "noMoney" },
        { id: "c", why: "exclusive" },
      ],
    });
  });
  it("names in its stead only those of the same group, conflict or cap", () => {
    const shared = cap("s", 10n);
    const all = [
      candidate("free", 9n),
      candidate("other", 9n, "h"),
      candidate("a", 10n, null, shared),
      candidate("b", 6n, null, shared),
      candidate("t", 3n, null, cap("t", 10n)),
      candidate("low", 1n, "h"),
    ];
    expect(bestCombination(all).givenUp).toEqual([
      { id: "b", fen: 6n, why: "sharedCap", instead: ["a"] },
      { id: "low", fen: 1n, why: "exclusive", instead: ["other"] },
    ]);
    const opposed = bestCombination(
      [candidate("free", 9n), candidate("win", 9n), candidate("lose", 1n)],
      [["win", "lose"]],
    );
    expect(opposed.givenUp).toEqual([{ id: "lose", fen: 1n, why: "conflict", instead: ["win"] }]);
  });
  it("says of what brings nothing only that", () => {
    expect(bestCombination([candidate("a", 0n, "g"), candidate("b", 5n, "g")]).givenUp).toEqual([
      { id: "a", fen: 0n, why: "noMoney", instead: [] },
    ]);
  });
  it("fills a cap to its last fen", () => {
    const shared = cap("s", 10n);
    expect(
      bestCombination([
        candidate("a", 4n, null, shared),
        candidate("b", 6n, null, shared),
        candidate("c", 1n, null, shared),
      ]),
    ).toMatchObject({
      total: 10n,
      taken: [
        { id: "a", fen: 4n },
        { id: "b", fen: 6n },
      ],
      givenUp: [{ id: "c", why: "sharedCap", instead: ["a", "b"] }],
    });
  });
  it("of nothing is nothing", () => expect(bestCombination([])).toEqual({ total: 0n, taken: [], givenUp: [] }));
});

type Instance = { candidates: Candidate[]; conflicts: Conflict[] };

const instance: fc.Arbitrary<Instance> = fc.integer({ min: 1, max: 16 }).chain((size) =>
  fc.record({
    candidates: fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc
          .record({
            fen: fc.bigInt({ min: 0n, max: 40n }),
            exclusiveGroup: fc.option(fc.constantFrom("g1", "g2", "g3"), { freq: 2 }),
            cap: fc.option(fc.constantFrom("s1", "s2", "s3"), { freq: 2 }),
          })
          .map(({ fen, exclusiveGroup, cap: group }) =>
            candidate(`i${index}`, fen, exclusiveGroup, group ? cap(group, 35n) : null),
          ),
      ),
    ),
    conflicts: fc.array(
      fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([a, b]): Conflict => [`i${a}`, `i${b}`]),
      { maxLength: 6 },
    ),
  }),
);

function isAllowed(chosen: readonly Candidate[], conflicts: readonly Conflict[]): boolean {
  const groups = chosen.flatMap(({ exclusiveGroup }) => (exclusiveGroup === null ? [] : [exclusiveGroup]));
  const ids = new Set(chosen.map(({ id }) => id));
  return new Set(groups).size === groups.length && !conflicts.some(([a, b]) => a !== b && ids.has(a) && ids.has(b));
}

function sumOf(chosen: readonly Candidate[]): bigint {
  const caps = new Map<string, { cap: bigint; sum: bigint }>();
  let total = 0n;
  for (const { fen, sharedCap } of chosen) {
    if (!sharedCap) total += fen;
    else caps.set(sharedCap.group, { cap: sharedCap.fen, sum: (caps.get(sharedCap.group)?.sum ?? 0n) + fen });
  }
  for (const entry of caps.values()) total += entry.sum < entry.cap ? entry.sum : entry.cap;
  return total;
}

/** Every selection, one after the other. */
function bestByTrial({ candidates, conflicts }: Instance): bigint {
  let best = 0n;
  const visit = (index: number, chosen: readonly Candidate[]): void => {
    const next = candidates[index];
    if (!next) {
      const sum = sumOf(chosen);
      if (sum > best) best = sum;
      return;
    }
    visit(index + 1, chosen);
    const more = [...chosen, next];
    if (isAllowed(more, conflicts)) visit(index + 1, more);
  };
  visit(0, []);
  return best;
}

it("agrees with trial of every selection of up to 16 items", () => {
  fc.assert(
    fc.property(instance, (given) => {
      const found = bestCombination(given.candidates, given.conflicts);
      expect(found.total).toBe(bestByTrial(given));
      const chosen = given.candidates.filter(({ id }) => found.taken.some((entry) => entry.id === id));
      expect(isAllowed(chosen, given.conflicts)).toBe(true);
      expect(sumOf(chosen)).toBe(found.total);
      expect(found.taken.length + found.givenUp.length).toBe(given.candidates.length);
    }),
    propertyRuns(2000),
  );
}, 120_000);

/** Greatest sum first, whatever still fits: never better than the best. */
function greedy({ candidates, conflicts }: Instance): bigint {
  const chosen: Candidate[] = [];
  for (const next of candidates.toSorted((a, b) => Number(b.fen - a.fen)))
    if (isAllowed([...chosen, next], conflicts)) chosen.push(next);
  return sumOf(chosen);
}

it("finds for 60 items at least what greed finds, and an allowed selection", () => {
  const draw = seededDraw(60);
  for (let round = 0; round < 40; round += 1) {
    const given = drawInstance(60, draw);
    const found = bestCombination(given.candidates, given.conflicts);
    const chosen = given.candidates.filter(({ id }) => found.taken.some((entry) => entry.id === id));
    expect(isAllowed(chosen, given.conflicts)).toBe(true);
    expect(sumOf(chosen)).toBe(found.total);
    expect(found.total).toBeGreaterThanOrEqual(greedy(given));
  }
});
