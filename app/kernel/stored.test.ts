import { describe, expect, it } from "vitest";
import { storedAs, storedListOf } from "./stored";

type Pair = { left: number; right?: number };
const readPair = storedAs<Pair>("pair", "left");

describe("a stored JSON value is read as what it is", () => {
  it("gives the very value that is stored", () => {
    const stored: unknown = { left: 1, right: 2 };
    expect(readPair(stored)).toBe(stored);
    expect(readPair({ left: null })).toEqual({ left: null });
  });

  it.each([null, undefined, "left", 3, [], {}, { right: 2 }])("refuses %j", (stored) => {
    expect(() => readPair(stored)).toThrow("What is stored is no pair");
  });

  it("reads a list one by one", () => {
    const readPairs = storedListOf<Pair>("pair", "left");
    expect(readPairs([])).toEqual([]);
    expect(readPairs([{ left: 1 }, { left: 2 }])).toEqual([{ left: 1 }, { left: 2 }]);
    expect(() => readPairs([{ left: 1 }, {}])).toThrow("What is stored is no pair");
    expect(() => readPairs({ left: 1 })).toThrow("What is stored is no list of pair");
  });
});
