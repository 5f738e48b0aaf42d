import { expect, it } from "vitest";
import { decideFile, hasEnded, type StoredItem } from "./file-decision";

const known = (parts: Partial<StoredItem> = {}): StoredItem => ({
  versionId: "v",
  number: 1,
  contentHash: "a",
  origin: "file",
  endsOn: null,
  withdrawn: false,
  fileHash: "a",
  ...parts,
});

it.each([
  ["a new item", undefined, "a", "publish"],
  ["an unchanged file", known(), "a", "keep"],
  ["a changed file", known(), "b", "publish"],
  ["an unchanged file under a workbench version", known({ origin: "workbench", contentHash: "w" }), "a", "keep"],
  ["a file that has caught up with the workbench", known({ origin: "workbench", contentHash: "w" }), "w", "follow"],
  ["a file changed against the workbench", known({ origin: "workbench", contentHash: "w" }), "c", "wait"],
  [
    "a file changed after it had caught up",
    known({ origin: "workbench", contentHash: "w", fileHash: "w" }),
    "c",
    "wait",
  ],
] as const)("%s", (_, item, hash, decision) => expect(decideFile(item, hash)).toBe(decision));

it("ends after the last day, not on it", () => {
  expect(hasEnded({ endsOn: "2026-11-22" }, "2026-11-22")).toBe(false);
  expect(hasEnded({ endsOn: "2026-11-22" }, "2026-11-23")).toBe(true);
  expect(hasEnded({ endsOn: null }, "2026-11-23")).toBe(false);
});
