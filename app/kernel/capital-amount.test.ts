import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenFromYuan } from "~/kernel/money";
import { capitalAmount } from "./capital-amount";

describe("capital numerals, examples of 《支付结算办法》 annex 1", () => {
  it.each([
    ["1409.50", "壹仟肆佰零玖元伍角"],
    ["6007.14", "陆仟零柒元壹角肆分"],
    ["1680.32", "壹仟陆佰捌拾元零叁角贰分"],
    ["107000.53", "壹拾万柒仟元零伍角叁分"],
    ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
    ["325.04", "叁佰贰拾伍元零肆分"],
  ])("%s", (yuan, text) => expect(capitalAmount(fenFromYuan(yuan))).toBe(text));
});

describe("capital numerals, the annex's rules at their edges", () => {
  it.each([
    ["0", "零元整"],
    ["0.05", "伍分"],
    ["0.50", "伍角"],
    ["10", "壹拾元整"],
    ["1001", "壹仟零壹元整"],
    ["123456.78", "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"],
    ["500000", "伍拾万元整"],
    ["10000001", "壹仟万零壹元整"],
    ["100000001", "壹亿零壹元整"],
    ["100010000", "壹亿零壹万元整"],
    ["20000.07", "贰万元零柒分"],
    ["999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ])("%s", (yuan, text) => expect(capitalAmount(fenFromYuan(yuan))).toBe(text));

  it("refuses what has no such form", () => {
    expect(() => capitalAmount(-1n)).toThrow(RangeError);
    expect(() => capitalAmount(100_000_000_000_000n)).toThrow(RangeError);
  });

  it("reads back to the same sum, never doubles 零 and has 整 exactly on whole yuan", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
        const text = capitalAmount(fen);
        expect(readBack(text)).toBe(fen);
        expect(text).not.toContain("零零");
        expect(text.endsWith("整")).toBe(fen % 100n === 0n);
      }),
      { numRuns: 2000 },
    );
  });
});

const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
const larger: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };
const small: Record<string, bigint> = { 元: 100n, 角: 10n, 分: 1n };

/** An independent reader: digit by digit, each unit closing what came before it. */
function readBack(text: string): bigint {
  const state = { fen: 0n, whole: 0n, group: 0n, digit: 0n };
  const close = () => {
    state.group += state.digit;
    state.digit = 0n;
  };
  for (const sign of text.replace("整", "")) {
    const value = "零壹贰叁肆伍陆柒捌玖".indexOf(sign);
    if (value >= 0) state.digit = BigInt(value);
    else if (units[sign]) {
      state.group += state.digit * units[sign];
      state.digit = 0n;
    } else if (larger[sign]) {
      close();
      state.whole += state.group * larger[sign];
      state.group = 0n;
    } else {
      close();
      state.fen += (state.whole + state.group) * (small[sign] ?? 0n);
      state.whole = state.group = 0n;
    }
  }
  return state.fen;
}
