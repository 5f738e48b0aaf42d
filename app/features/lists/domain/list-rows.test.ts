import { describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { SumRoom } from "~/features/matching/domain/amount/sum-room";
import { checkListed, checkRules, checkSums, readListRows, type ListedFirm } from "./list-rows";

const one = makeCreditCode("340503", 1);
const two = makeCreditCode("340503", 2);
const head = ["企业名称", "统一社会信用代码", "金额（元）"];
const sheet = (...rows: string[][]) => ({
  rows: rows.map((cells, index) => ({ number: index + 1, cells })).filter(({ cells }) => cells.length > 0),
  faults: [],
});
const problemsOf = (...rows: string[][]) =>
  readListRows(sheet(head, ...rows)).problems.map(({ row, reason }) => [row, reason]);

const firm = (parts: Partial<ListedFirm> = {}): ListedFirm => ({
  id: "1",
  creditCode: one,
  regionCode: "340503",
  hasCase: false,
  codeState: "sound",
  verdict: "eligible",
  barredBy: null,
  leftFen: null,
  ...parts,
});

it("tells met, unknown and not met apart: unknown ones need a basis by file and number, others are refused", () => {
  const columns = [...head, "依据文件", "依据文号"];
  const { lines } = readListRows(
    sheet(columns, ["甲", one, "2", "认定名单", "马经信〔2026〕5号"], ["乙", two, "2", "认定名单", ""]),
  );
  expect(lines.map(({ basis }) => basis)).toEqual([{ file: "认定名单", number: "马经信〔2026〕5号" }, null]);
  const told = (parts: Partial<ListedFirm>) =>
    checkListed(lines, new Map([one, two].map((code) => [code, firm(parts)])), () => true).map(
      ({ row, value, reason }) => [row, value, reason],
    );
  expect(told({ verdict: "eligible" })).toEqual([]);
  expect(told({ verdict: "unknown" })).toEqual([[3, two, "basis"]]);
  expect(told({ verdict: "ineligible" })).toEqual([
    [2, one, "notMet"],
    [3, two, "notMet"],
  ]);
  expect(told({ barredBy: "HQT-1" })[0]).toEqual([2, "HQT-1", "claimed"]);
  expect(told({ leftFen: 150n })[0]).toEqual([2, "1.50", "aboveLeft"]);
});

describe("a department's list", () => {
  it("gives code and sum of each row, empty rows left out", () => {
    expect(readListRows(sheet(head, ["甲", one.toLowerCase(), "300,000"], [], ["乙", two, "0.5"])).lines).toEqual([
      { row: 2, creditCode: one, fen: 30_000_000n, sumReason: "", basis: null },
      { row: 4, creditCode: two, fen: 50n, sumReason: "", basis: null },
    ]);
  });
  it("takes the reason for a sum from its own column", () => {
    const [line] = readListRows(sheet([...head, "金额理由"], ["甲", one, "1", " 只完成一半 "])).lines;
    expect(line?.sumReason).toBe("只完成一半");
  });
  it("refuses a reason that is too long instead of cutting it", () => {
    const { lines, problems } = readListRows(sheet([...head, "金额理由"], ["甲", one, "1", "长".repeat(501)]));
    expect([lines, problems]).toEqual([[], [{ row: 2, value: `${"长".repeat(20)}…`, reason: "tooLong" }]]);
  });
  it("refuses a sum that is not the rule's: out of the room at all, within it without a reason", () => {
    const line = (row: number, fen: bigint, sumReason: string, room: SumRoom, ruleFen: bigint | null = 100n) => ({
      row,
      fen,
      sumReason,
      ruleFen,
      room,
    });
    const locked = { kind: "locked", fen: 100n } as const;
    const upTo = { kind: "between", leastFen: 1n, mostFen: 100n } as const;
    expect(
      checkRules([
        line(2, 100n, "", locked),
        line(3, 99n, "核减", locked),
        line(4, 99n, "", upTo),
        line(5, 99n, "核减", upTo),
        line(6, 101n, "核增", upTo),
        line(7, 5n, "", upTo, null),
      ]).map(({ row, reason }) => [row, reason]),
    ).toEqual([
      [3, "notRule"],
      [4, "noReason"],
      [6, "notRule"],
    ]);
  });
  it.each<[string, string[], string]>([
    ["a code that cannot be", ["甲", `${one.slice(0, 16)}${one[16] === "0" ? "1" : "0"}${one.slice(17)}`, "1"], "code"],
    ["no sum", ["甲", one, ""], "sum"],
    ["nothing", ["甲", one, "0"], "sum"],
    ["a sum below nothing", ["甲", one, "-5"], "sum"],
    ["tenths of a fen", ["甲", one, "1.005"], "sum"],
    ["words", ["甲", one, "三十万"], "sum"],
  ])("refuses %s", (_what, row, reason) => expect(problemsOf(row)).toEqual([[2, reason]]));
  it("refuses a firm that stands twice, and names the second row", () =>
    expect(problemsOf(["甲", one, "1"], ["甲", one, "2"])).toEqual([[3, "double"]]));
  it("refuses a file without the columns", () =>
    expect(readListRows(sheet(["名称"], ["甲"])).problems).toEqual([{ row: 1, value: "名称", reason: "column" }]));
  it("refuses a sum that is none of the item's fixed ones, or above its ceiling", () => {
    const lines = [10_000_000n, 9_999_999n, 10_000_001n].map((fen, index) => ({
      row: index + 2,
      creditCode: one,
      fen,
      sumReason: "",
      basis: null,
    }));
    const rows = (...args: Parameters<typeof checkSums>) =>
      checkSums(...args).map(({ row, value, reason }) => [row, value, reason]);
    expect(rows(lines, { kind: "exact", fens: [10_000_000n] })).toEqual([
      [3, "99,999.99", "notExact"],
      [4, "100,000.01", "notExact"],
    ]);
    expect(rows(lines, { kind: "most", fen: 10_000_000n })).toEqual([[4, "100,000.01", "aboveMost"]]);
    expect(rows(lines, { kind: "open" })).toEqual([]);
  });
  it.each(["toConfirm", "refused"])("takes no firm whose code is %s, and one that was confirmed", (codeState) => {
    const lines = [{ row: 2, creditCode: one, fen: 1n, sumReason: "", basis: null }];
    const told = (state: string) => checkListed(lines, new Map([[one, firm({ codeState: state })]]), () => true);
    expect(told(codeState)).toEqual([{ row: 2, value: one, reason: "codeInDoubt" }]);
    expect(told("confirmed")).toEqual([]);
  });

  it("refuses strangers, firms of other places and what is under way", () => {
    const lines = [one, two, makeCreditCode("340503", 3)].map((creditCode, index) => ({
      row: index + 2,
      creditCode,
      fen: 1n,
      sumReason: "",
      basis: null,
    }));
    const firms = new Map([
      [one, firm({ regionCode: "340104" })],
      [two, firm({ hasCase: true })],
    ]);
    expect(
      checkListed(lines, firms, (region) => region.startsWith("3405")).map(({ row, reason }) => [row, reason]),
    ).toEqual([
      [2, "place"],
      [3, "running"],
      [4, "unknown"],
    ]);
  });
});
