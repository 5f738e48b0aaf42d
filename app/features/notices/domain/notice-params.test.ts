import { expect, it } from "vitest";
import { spokenParams } from "./notice-params";

it("says that a value was not stated, and keeps zero and empty text", () => {
  expect(spokenParams({ item: "甲", sum: null, count: 0, note: "" }, "未定")).toEqual({
    item: "甲",
    sum: "未定",
    count: 0,
    note: "",
  });
});

it("says words of ours as the reader's language has them", () => {
  const said = spokenParams({ reason: { words: "funds:bank.reversedSo" } }, "—", (key) => `«${key}»`);
  expect(said).toEqual({ reason: "«funds:bank.reversedSo»" });
});
