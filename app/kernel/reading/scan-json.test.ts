import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaults, jsonLines } from "./scan-json";

describe("faults of a JSON text", () => {
  it.each([
    ['{\n  "a": 1,\n  "a": 2\n}', { line: 3, path: "a", reason: "the key stands twice" }],
    ['{\n  "a": [1, { "b": 1, "\\u0062": 2 }]\n}', { line: 2, path: "a.1.b", reason: "the key stands twice" }],
    ['{\n  "a": 1,\n}', { line: 3, path: "", reason: "a key in quotes is missing" }],
    ['{\n  "a": [1 2]\n}', { line: 2, path: "a", reason: "a comma or ] is missing" }],
    ['{"a": NaN}', { line: 1, path: "a", reason: "no JSON value" }],
    ['{"a": 01}', { line: 1, path: "", reason: "a comma or } is missing" }],
    ["\uFEFF{}", { line: 1, path: "", reason: "no JSON value" }],
    ["", { line: 1, path: "", reason: "no JSON value" }],
    ["{}\n{}", { line: 2, path: "", reason: "nothing may follow the value" }],
    ['["a\nb"]', { line: 1, path: "0", reason: "a string that does not end, or holds what JSON has no room for" }],
  ])("%j", (text, fault) => {
    expect(jsonFaults(text)).toEqual([fault]);
  });

  it("are told of nesting that no reader stands", () => {
    expect(jsonFaults("[".repeat(100) + "]".repeat(100))).toEqual([]);
    expect(jsonFaults("[".repeat(5_000))).toMatchObject([{ reason: "nested deeper than 100" }]);
  });

  it("are none of any text that JSON writes, and are some of any that JSON does not read", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => jsonFaults(text).length === 0));
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(",", "}", '"', "0", "x", "\n"),
        (text, at, sign) => {
          const place = at % (text.length + 1);
          const broken = text.slice(0, place) + sign + text.slice(place);
          return (
            jsonFaults(broken).filter(({ reason }) => reason !== "the key stands twice").length > 0 !== isJson(broken)
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

it("gives the line on which each value begins", () => {
  const lines = jsonLines('{\n  "a": [\n    1,\n    { "b": 2 }\n  ]\n}');
  expect([...lines]).toEqual([
    ["", 1],
    ["a", 2],
    ["a.0", 3],
    ["a.1", 4],
    ["a.1.b", 4],
  ]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
