import { expect, it } from "vitest";
import { item } from "../testing/small-catalogue";
import { changedParts } from "./version-changes";

const before = item();

it("says nothing of a version that is the same, and names each part that is not", () => {
  expect(changedParts(before, item())).toEqual([]);
  expect(changedParts(before, item({ title: "另一奖励", amount: { ...before.amount, upTo: true } }))).toEqual([
    "title",
    "amount",
  ]);
});

it("tells the term from the validity, and calls the rest other", () => {
  expect(changedParts(before, item({ document: { ...before.document, validTo: "2027-12-31" } }))).toEqual(["term"]);
  expect(
    changedParts(
      before,
      item({ validity: { known: "unknown", basis: "未见。", checkedOn: "2026-11-30", sources: [] } }),
    ),
  ).toEqual(["validity"]);
  expect(changedParts(before, item({ theme: "绿色发展" }))).toEqual(["other"]);
});
