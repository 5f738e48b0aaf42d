import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  decimalOf,
  decimalText,
  greatest,
  least,
  multiply,
  percentOf,
  roundToFen,
  subtract,
  wholeSteps,
  zero,
} from "./decimal";

describe("a number is the decimal it is written as", () => {
  it.each([
    [0.1, "0.1"],
    [-2.5, "-2.5"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [1.5e-9, "0.0000000015"],
    [100, "100"],
    [0, "0"],
    [-0, "0"],
  ])("%d is %s", (value, text) => {
    expect(decimalText(decimalOf(value))).toBe(text);
  });
  it.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is refused", (value) => {
    expect(() => decimalOf(value)).toThrow(RangeError);
  });
});

it("adds a tenth and two tenths to three tenths", () => {
  expect(compare(add(decimalOf(0.1), decimalOf(0.2)), decimalOf(0.3))).toBe(0);
});

it("drops idle zeros", () => {
  expect(decimalText({ digits: 123450n, scale: 2 })).toBe("1234.5");
  expect(decimalText({ digits: 1000n, scale: 2 })).toBe("10");
  expect(decimalText({ digits: -5n, scale: 2 })).toBe("-0.05");
});

it.each([
  [0.005, 1n],
  [0.0049, 0n],
  [0.015, 2n],
  [1.005, 101n], // as a binary fraction 1.00499…
  [2.675, 268n],
  [12, 1200n],
  [12.3, 1230n],
])("%d yuan is %d fen, half-up", (yuan, fen) => {
  expect(roundToFen(decimalOf(yuan))).toBe(fen);
});

it("takes per cent and whole steps exactly", () => {
  expect(decimalText(percentOf(decimalOf(33333.33), decimalOf(1.5)))).toBe("499.99995");
  expect(wholeSteps(decimalOf(0.3), decimalOf(0.1)).digits).toBe(3n); // 0.3 / 0.1 is 2.999… in binary
  expect(wholeSteps(decimalOf(0.29), decimalOf(0.1)).digits).toBe(2n);
});

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const anyDecimal = fc.record({ digits: whole, scale: fc.nat(8) });

it("orders, adds and multiplies like fractions", () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const unit = 10n ** 16n;
      const scaled = (value: { digits: bigint; scale: number }) => value.digits * 10n ** BigInt(16 - value.scale);
      expect(scaled(add(a, b))).toBe(scaled(a) + scaled(b));
      expect(scaled(subtract(a, b))).toBe(scaled(a) - scaled(b));
      expect(scaled(multiply(a, b)) * unit).toBe(scaled(a) * scaled(b));
      expect(compare(a, b) > 0).toBe(scaled(a) > scaled(b));
      expect(compare(least(a, b), greatest(a, b))).toBeLessThanOrEqual(0);
      expect(compare(a, add(a, zero))).toBe(0);
    }),
  );
});
