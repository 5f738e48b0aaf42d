import { expect, it } from "vitest";
import { readOrder } from "./funds.schema";

const file = {};
const values = {
  documentId: "d",
  year: "2026",
  yuan: "100万",
  yuanAgain: "1000000",
  paperNumber: "马财预〔2026〕12号",
};
const lacks = (...given: Parameters<typeof readOrder>) => {
  const read = readOrder(...given);
  return "answer" in read ? Object.keys(read.answer.errors) : read.fen;
};

it("tells everything that an order lacks at once", () => {
  expect(lacks({ values: {}, file: null }, { document: true })).toEqual([
    "documentId",
    "year",
    "yuan",
    "yuanAgain",
    "paperNumber",
    "file",
  ]);
  expect(lacks({ values: { paperNumber: " " }, file: null }, { sum: false })).toEqual(["paperNumber", "file"]);
});

it("reads a sum that is typed twice the same, however it is written", () => {
  expect(lacks({ values, file }, { document: true })).toBe(100_000_000n);
  expect(lacks({ values: { ...values, yuanAgain: "100" }, file })).toEqual(["yuanAgain"]);
  expect(lacks({ values: { ...values, yuan: "0" }, file })).toEqual(["yuan"]);
});
