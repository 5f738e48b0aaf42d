import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";

it.each([
  [
    "keys in code-unit order at every depth",
    { b: [{ d: 1, c: 2 }], a: null, Z: true },
    '{"Z":true,"a":null,"b":[{"c":2,"d":1}]}',
  ],
  ["lists in their own order", [3, 1, 2], "[3,1,2]"],
  ["bigint as decimal text", { fen: 12_345n }, '{"fen":"12345"}'],
  ["instants in UTC", { at: new Date("2026-01-02T03:04:05Z") }, '{"at":"2026-01-02T03:04:05.000Z"}'],
  ["undefined left out", { a: undefined, b: 1 }, '{"b":1}'],
])("%s", (_name, value, text) => expect(canonicalJson(value)).toBe(text));
