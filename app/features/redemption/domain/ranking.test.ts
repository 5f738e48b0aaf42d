import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank, shares, whyLess, whyNot, type Candidate } from "./ranking";

const at = (day: number) => new Date(Date.UTC(2026, 8, day));
const candidate = (applicationId: string, score: number | null, day: number, fen = 100n): Candidate => ({
  applicationId,
  score,
  submittedAt: at(day),
  fen,
});
const chosen = (lines: ReturnType<typeof rank>) =>
  lines.filter((line) => line.selected).map((line) => line.applicationId);

describe("the yearly selection", () => {
  it("takes the best up to the quota, the earlier one among equals", () => {
    expect(
      chosen(
        rank(
          [candidate("a", 80, 3), candidate("b", 90, 4), candidate("c", 80, 2)],
          { quota: 2, proRata: false },
          1000n,
        ),
      ),
    ).toEqual(["b", "c"]);
  });
  it("goes by the lots where there are lots, whatever the score", () => {
    const drawn = [
      { ...candidate("a", 99, 1), draw: "f0" },
      { ...candidate("b", 10, 2), draw: "0a" },
      { ...candidate("c", null, 3), draw: "7b" },
    ];
    const lines = rank(drawn, { quota: 2, proRata: false }, 1000n);
    expect(chosen(lines)).toEqual(["b", "c"]);
    expect(lines.map(({ draw }) => draw)).toEqual(["0a", "7b", "f0"]);
  });
  it("gives no place of the quota to who can get nothing", () => {
    const lines = rank(
      [candidate("a", 90, 1, 0n), candidate("b", 80, 1), candidate("c", 70, 1)],
      { quota: 2, proRata: true },
      1000n,
    );
    expect(chosen(lines)).toEqual(["b", "c"]);
    expect(lines.map(({ rank: place }) => place)).toEqual([1, 2, 3]);
  });
  it("says why a chosen one gets less than was approved: what it had meanwhile, the pool, or both", () => {
    expect(whyLess({ fen: 10_000n, approvedFen: 10_000n }, 10_000n)).toBeNull();
    expect(whyLess({ fen: 10_000n, approvedFen: 7_500n }, 10_000n)).toBe(
      "年度资金总额不足以全额支持入选项目，按各入选项目金额的比例分配；本项目审定金额为 100.00 元。",
    );
    const had = whyLess({ fen: 8_000n, approvedFen: 8_000n }, 10_000n);
    expect(had).toBe("审定金额为 100.00 元，扣除企业已得和在办的同类资金后，余额为 80.00 元。");
    expect(whyLess({ fen: 8_000n, approvedFen: 7_500n }, 10_000n)?.startsWith(had ?? "-")).toBe(true);
  });
  it("goes by time where nobody scored", () =>
    expect(
      chosen(rank([candidate("a", null, 3), candidate("b", null, 1)], { quota: 1, proRata: false }, 1000n)),
    ).toEqual(["b"]));
  it("pays whole sums while the pool lasts", () => {
    const lines = rank(
      [candidate("a", 90, 1, 700n), candidate("b", 80, 1, 500n), candidate("c", 70, 1, 300n)],
      { quota: null, proRata: false },
      1000n,
    );
    expect(lines.map((line) => line.approvedFen)).toEqual([700n, 0n, 300n]);
  });
  it("cuts all in proportion where the rule says so: 1.5 million for claims of 2 million is three quarters", () => {
    const lines = rank(
      [candidate("a", 90, 1, 100_000_000n), candidate("b", 80, 1, 60_000_000n), candidate("c", 70, 1, 40_000_000n)],
      { quota: 5, proRata: true },
      150_000_000n,
    );
    expect(lines.map((line) => line.approvedFen)).toEqual([75_000_000n, 45_000_000n, 30_000_000n]);
  });
  it("gives nobody more than claimed, nor all of them more than the pool, and spends the pool to the last fen", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 }),
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        (sums, pool) => {
          const parts = shares(sums, pool);
          const total = sums.reduce((a, b) => a + b, 0n);
          expect(parts.every((part, index) => part <= (sums[index] ?? 0n))).toBe(true);
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(total < pool ? total : pool);
        },
      ),
    );
  });
});

describe("who is not chosen is told what it lacked", () => {
  const reasons = (candidates: readonly Candidate[], quota: number | null, poolFen: bigint) => {
    const lines = rank(candidates, { quota, proRata: false }, poolFen);
    return lines.map((line) => whyNot(line, lines, { places: quota, poolFen }));
  };
  const four = [candidate("a", 90, 1), candidate("b", 80, 1, 0n), candidate("c", 70, 1), candidate("d", 60, 1)];

  it("a place, of which who can get nothing took none", () =>
    expect(reasons(four, 2, 1000n)).toEqual([null, null, null, "年度择优第 4 名，名额 2 个，未入选。"]));

  it("money, where places are left", () =>
    expect(reasons(four, 3, 250n)).toEqual([
      null,
      null,
      null,
      "年度择优第 4 名，资金总额 2.50 元安排在前的项目后，余额不足以支持本项目的 1.00 元，未入选。",
    ]));

  it("money alone, where there is no bound of places", () =>
    expect(reasons(four, null, 100n).filter(Boolean)).toHaveLength(2));
});
