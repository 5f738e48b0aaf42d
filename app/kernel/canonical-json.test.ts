import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, readExact } from "./canonical-json";
import { canonicalNumeral } from "./canonical-numeral";
import { canonicalVectors } from "./testing/canonical-vectors";

it.each([
  [
    "keys by code point at every depth",
    { b: [{ d: 1, c: 2 }], a: null, Z: true },
    '{"Z":true,"a":null,"b":[{"c":2,"d":1}]}',
  ],
  ["lists in their own order", [3, 1, 2], "[3,1,2]"],
  ["bigint as decimal text", { fen: 12_345n }, '{"fen":"12345"}'],
  ["instants in UTC", { at: new Date("2026-01-02T03:04:05Z") }, '{"at":"2026-01-02T03:04:05.000Z"}'],
  ["undefined left out", { a: undefined, b: 1 }, '{"b":1}'],
  ["undefined in a list as null", [undefined, 1], "[null,1]"],
  ["what is no number as null", [NaN, Infinity], "[null,null]"],
  ["large, small and negative zero as plain decimals", [1e21, 1e-7, -0], "[1000000000000000000000,0.0000001,0]"],
])("%s", (_name, value, text) => expect(canonicalJson(value)).toBe(text));

describe("the canonical text of a JSON text", () => {
  it.each(canonicalVectors)("%s is %s", (json, canonical) => expect(canonicalJson(readExact(json))).toBe(canonical));

  it("is that of the value, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const told = canonicalJson(value);
        expect(canonicalJson(readExact(JSON.stringify(value)))).toBe(told);
        expect(JSON.parse(told)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

it("a canonical numeral has the value of the number and stays as it is", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = canonicalNumeral(String(number));
      expect(text).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
      expect(Number(text)).toBe(number === 0 ? 0 : number);
      expect(canonicalNumeral(text)).toBe(text);
    }),
  );
});

it.each(["1e999999999", "NaN", "", "1.", "0x10"])("%j is left as it is", (text) =>
  expect(canonicalNumeral(text)).toBe(text),
);
