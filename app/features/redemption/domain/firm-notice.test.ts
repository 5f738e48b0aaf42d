import { describe, expect, it } from "vitest";
import { firmNotice } from "./firm-notice";

describe("what a firm is told of a term that ended", () => {
  it.each([
    ["correcting", "case.lapsed"],
    ["confirming", "case.unconfirmed"],
    ["draft", "case.draftLapsed"],
  ] as const)("while its case was %s: %s", (from, kind) => expect(firmNotice(from, "lapsed")).toBe(kind));
  it("is nothing where the case stays or the firm withdrew itself", () =>
    expect([firmNotice("payment", "payment"), firmNotice("publicity", "withdrawn")]).toEqual([null, null]));
});

it("tells a firm what came of a reconsideration", () => {
  expect([firmNotice("reconsidering", "rejected"), firmNotice("reconsidering", "departmentReview")]).toEqual([
    "case.upheld",
    "case.overturned",
  ]);
  expect(firmNotice("rejected", "reconsidering")).toBe("case.reconsidering");
});
