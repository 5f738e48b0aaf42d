import { expect, it } from "vitest";
import { spokenParams } from "./notice-params";

const speech = { language: "zh", unstated: "未定", say: (key: string) => `«${key}»` } as const;

it("says that a value was not stated, and keeps zero and empty text", () => {
  expect(spokenParams({ item: "甲", sum: null, count: 0, note: "" }, speech)).toEqual({
    item: "甲",
    sum: "未定",
    count: 0,
    note: "",
  });
});

it("says words of ours as the reader's language has them", () => {
  const said = spokenParams({ reason: { words: "funds:bank.reversedSo" } }, speech);
  expect(said).toEqual({ reason: "«funds:bank.reversedSo»" });
});

it("says a name in two languages in the reader's", () => {
  const params = { item: { zh: "示例奖励", en: "Sample reward" } };
  expect(spokenParams(params, speech)).toEqual({ item: "示例奖励" });
  expect(spokenParams(params, { ...speech, language: "en" })).toEqual({ item: "Sample reward" });
});
