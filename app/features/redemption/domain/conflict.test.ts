import { describe, expect, it } from "vitest";
import { conflictOf, replacementFor } from "./conflict";

describe("an interest in a case", () => {
  const official = { userId: "a", memberships: [{ enterpriseId: "own" }] };
  it("is found in one's own firm", () => expect(conflictOf(official, "own", [])).toBe("own-firm"));
  it("is what somebody declared", () => expect(conflictOf(official, "other", [{ userId: "a" }])).toBe("recused"));
  it("is not what somebody else declared", () => expect(conflictOf(official, "other", [{ userId: "b" }])).toBeNull());
});

describe("a replacement", () => {
  const load = new Map([
    ["a", 1],
    ["b", 5],
    ["c", 2],
  ]);
  it("is the one with the least work who may", () => expect(replacementFor(["a", "b", "c"], ["a"], load)).toBe("c"));
  it("may be somebody without any", () => expect(replacementFor(["b", "d"], [], load)).toBe("d"));
  it("may not exist", () => expect(replacementFor(["a"], ["a"], load)).toBeNull());
});
