import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanJson, cleanText, deepest, isCleanText } from "./clean-text";

describe("a text that is stored", () => {
  it.each([
    ["\u0000马鞍山\u0000", "马鞍山"],
    ["91\u200b34\ufeff05\u00ad", "913405"],
    ["\u202egnp.exe\u202c", "gnp.exe"],
    ["第一行\r\n第二行\t完", "第一行\r\n第二行\t完"],
    ["甲\u2028乙", "甲\n乙"],
    ["\u001b[31m红\u007f", "[31m红"],
    ["葛\u{e0100}市", "葛\u{e0100}市"],
    ["㛃𬭎镕", "㛃𬭎镕"],
    ["半\ud83d个", "半\ufffd个"],
    ["\u{e0041}标签", "标签"],
  ])("%j is %j", (typed, stored) => expect(cleanText(typed)).toBe(stored));

  it("is cleaned once and for all, and holds nothing PostgreSQL refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const stored = cleanText(typed);
        expect(cleanText(stored)).toBe(stored);
        expect(isCleanText(stored)).toBe(true);
        expect(stored).not.toMatch(/\p{Cc}(?<![\t\n\r])/u);
        expect(JSON.stringify(stored)).not.toMatch(/\\ud[89a-f]|\\u0000/);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("a JSON value", () => {
  it("is cleaned in names and values, and keeps its own __proto__ an ordinary name", () => {
    const value: unknown = JSON.parse('{"a\\u0000":["x\\u200b",1,null,true],"__proto__":{"b":"\\u0001"}}');
    expect(JSON.stringify(cleanJson(value))).toBe('{"a":["x",1,null,true],"__proto__":{"b":""}}');
  });

  it("is refused where it is nested deeper than anybody writes", () => {
    const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(() => cleanJson(nested(deepest))).not.toThrow();
    expect(() => cleanJson(nested(deepest + 1))).toThrow(RangeError);
    expect(() => cleanJson(nested(100_000))).toThrow(RangeError);
  });
});
