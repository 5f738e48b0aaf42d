import { expect, it } from "vitest";
import { wordsWithin } from "./words-within";

it("keeps words whole up to the limit, counted as people count them", () => {
  expect(wordsWithin("  理由𠮷  ", 3)).toBe("理由𠮷");
  expect(() => wordsWithin("理由𠮷多", 3)).toThrow(
    expect.objectContaining({ code: "request.too-long", status: 422, params: { most: 3, length: 4 } }),
  );
});
