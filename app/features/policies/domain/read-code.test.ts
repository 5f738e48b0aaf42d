import path from "node:path";
import { expect, it } from "vitest";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { readIndustry } from "./read-code";

const { industries } = loadCatalogueFiles(path.resolve("rules"));

it.each([
  ["a class", "C3421", "C3421"],
  ["a class without its section", "3421", "C3421"],
  ["a group that is not divided", "C2720", "C2720"],
  ["a group divided since 2011", "C3610", "C361"],
  ["a group divided since 2011, without its section", "5430", "G543"],
  ["a class that never was", "C3618", null],
  ["a group that never was", "C9990", null],
  ["another section's class", "A3610", null],
])("%s (%s) is read as %s", (_what, typed, code) => {
  expect(readIndustry(typed, industries)).toBe(code);
});
