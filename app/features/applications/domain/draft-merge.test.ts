import { expect, it } from "vitest";
import { mergeDraft } from "./draft-merge";

const names = ["spend", "isNew"];
const shown = { spend: "100", isNew: "" };

it("keeps what each of two browsers changed in different fields", () => {
  expect(
    mergeDraft(names, { shown, stored: { spend: "100", isNew: "true" }, typed: { spend: "200", isNew: "" } }, false),
  ).toEqual({ changed: ["spend"], conflicts: [] });
});

it("says so when both changed one field, and changes nothing there", () => {
  const both = { shown, stored: { spend: "300" }, typed: { spend: "200" } };
  expect(mergeDraft(names, both, false)).toEqual({ changed: [], conflicts: [{ name: "spend", theirs: "300" }] });
  expect(mergeDraft(names, { ...both, typed: { spend: "300" } }, false)).toEqual({ changed: [], conflicts: [] });
});

it("lets a page go on typing over what it saved itself a moment ago", () => {
  expect(mergeDraft(names, { shown, stored: { spend: "300" }, typed: { spend: "350" } }, true).changed).toEqual([
    "spend",
  ]);
});

it("takes an answer back when its field is emptied, and leaves fields alone that the form does not have", () => {
  expect(
    mergeDraft(names, { shown: { spend: "100" }, stored: { spend: "100" }, typed: { spend: "" } }, false).changed,
  ).toEqual(["spend"]);
  expect(mergeDraft(names, { shown: {}, stored: { spend: "100" }, typed: {} }, false)).toEqual({
    changed: [],
    conflicts: [],
  });
});
