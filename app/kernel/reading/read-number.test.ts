import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFen, readNumber } from "./read-number";

describe("a number as people write it", () => {
  it.each([
    ["500万", "元", "5000000"],
    ["５００００００", "元", "5000000"],
    ["5 000 000", "元", "5000000"],
    ["5\u00a0000\u2009000", "元", "5000000"],
    ["5\u3000000\u3000000", "元", "5000000"],
    ["1，000，000", "元", "1000000"],
    ["1,234,567.50", "元", "1234567.5"],
    ["￥1000", "元", "1000"],
    ["¥ 1,000元", "元", "1000"],
    ["人民币500万元整", "元", "5000000"],
    ["3千万", "元", "30000000"],
    ["1亿2000万", "元", "120000000"],
    ["1亿 2,000 万元", "元", "120000000"],
    ["1.2亿", "元", "120000000"],
    ["2千5百万", "元", "25000000"],
    ["1万2千3百", "元", "12300"],
    ["1万2000", "元", "12000"],
    ["1万亿", "元", "1000000000000"],
    ["0.1万", "元", "1000"],
    ["0.07万", "元", "700"],
    ["－５", "元", "-5"],
    ["\u22125", "元", "-5"],
    ["+5", "元", "5"],
    ["\u200b30\u202c", "人", "30"],
    ["30人", "人", "30"],
    ["3 家", "家", "3"],
    ["30%", "%", "30"],
    ["３０％", "%", "30"],
    ["30", "%", "30"],
    ["2024年", "年", "2024"],
    ["120㎡", "平方米", "120"],
    ["5千千瓦", "千瓦", "5000"],
    ["4A级", "A级", "4"],
    ["007", null, "7"],
    ["0", null, "0"],
    ["-0.0", null, "0"],
  ])("%s (%s) is %s", (typed, unit, value) => {
    expect(readNumber(typed, unit)).toEqual({ ok: true, value });
  });

  it.each([
    ["12,5", "元", "problem.grouping"],
    ["1,23,4", "元", "problem.grouping"],
    ["1,2345", "元", "problem.grouping"],
    ["0,123", "元", "problem.grouping"],
    ["1.234,5", "元", "problem.grouping"],
    ["1,234 567", "元", "problem.grouping"],
    ["12 5", "元", "problem.grouping"],
    [",123", "元", "problem.grouping"],
    ["30%", "元", "problem.unit"],
    ["30元", "人", "problem.unit"],
    ["30人次", "人", "problem.unit"],
    ["1万5", "元", "problem.incomplete"],
    ["1亿2000", "元", "problem.incomplete"],
    ["1亿20000万", "元", "problem.incomplete"],
    ["1.5亿2000万", "元", "problem.incomplete"],
    ["万", "元", "problem.number"],
    ["1e5", "元", "problem.number"],
    ["9.13405E+17", null, "problem.number"],
    ["0x10", "元", "problem.number"],
    ["10²", null, "problem.unit"],
    ["①", null, "problem.number"],
    ["--5", null, "problem.number"],
    ["5-10", null, "problem.number"],
    ["1.2.3", null, "problem.number"],
    ["5.", null, "problem.number"],
    [".5", null, "problem.number"],
    ["很多", "元", "problem.number"],
    ["", "元", "problem.number"],
    ["Infinity", "元", "problem.number"],
    ["9".repeat(31), "元", "problem.number"],
    ["9".repeat(300), "元", "problem.number"],
  ])("%s (%s): %s", (typed, unit, problem) => {
    expect(readNumber(typed, unit)).toEqual(
      problem === null ? expect.objectContaining({ ok: true }) : { ok: false, problem },
    );
  });

  it("reads every grouping by three, and no other", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10_000n, max: 10n ** 18n }),
        fc.constantFrom(",", "，", " ", "\u00a0"),
        (n, mark) => {
          const text = n.toString().replace(/\B(?=(\d{3})+$)/g, mark);
          expect(readNumber(text, null)).toEqual({ ok: true, value: n.toString() });
          const odd = n.toString().replace(/(\d)(\d{4})$/, `$1${mark}$2`);
          expect(readNumber(odd, null)).toEqual({ ok: false, problem: "problem.grouping" });
        },
      ),
    );
  });

  it("says 万 and 亿 as often as it likes and means the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (yi, wan) => {
        const value = (BigInt(yi) * 10n ** 8n + BigInt(wan) * 10n ** 4n).toString();
        expect(readNumber(`${yi}亿${wan}万`, "元")).toEqual({ ok: true, value });
        expect(readNumber(`${yi * 10000 + wan}万元`, "元")).toEqual({ ok: true, value });
      }),
    );
  });
});

describe("a sum in fen", () => {
  it.each([
    ["0.1万", 100_000n],
    ["1,234.56元", 123_456n],
    ["0.29", 29n],
    ["0.00001万", 10n],
    ["-0.5", -50n],
    ["999,999,999,999.99", 99_999_999_999_999n],
  ])("%s is %s fen", (typed, fen) => {
    expect(readFen(typed)).toEqual({ ok: true, fen });
  });

  it.each(["1.005", "0.0000001万"])("%s has more than two decimals", (typed) => {
    expect(readFen(typed)).toEqual({ ok: false, problem: "problem.cents" });
  });

  it("refuses what no sum is", () => {
    expect(readFen("1万亿")).toEqual({ ok: false, problem: "problem.max" });
    expect(readFen("-1000000000000")).toEqual({ ok: false, problem: "problem.max" });
  });

  it("gives back every sum it is shown", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
        const text = `${(fen / 100n).toString()}.${(fen % 100n).toString().padStart(2, "0")}`;
        expect(readFen(text)).toEqual({ ok: true, fen });
      }),
    );
  });
});
