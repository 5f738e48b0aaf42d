import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isInForce } from "../domain/validity";
import { loadCatalogueFiles } from "./catalogue-files.server";

const reading = z.strictObject({
  item: z.string(),
  day: z.iso.date(),
  /** title, number, article and where it was read; or that none was in reach */
  read: z.string().min(1),
  found: z.string().min(1),
  mended: z.boolean(),
});
const readings = readFileSync("rules/readings.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => reading.parse(JSON.parse(line)));

describe("the second reading of the catalogue", () => {
  const catalogue = loadCatalogueFiles("rules");
  const items = new Map(catalogue.items.map((item) => [item.id, item]));

  it("tells of items there are, each once", () => {
    expect(readings.filter(({ item }) => !items.has(item))).toEqual([]);
    expect(new Set(readings.map(({ item }) => item)).size).toBe(readings.length);
  });

  it("holds every item of the nation, of Anhui and of its places that was in force on its day", () => {
    const read = new Set(readings.map(({ item }) => item));
    const day = "2026-11-30";
    const there = catalogue.items.filter(({ region }) => region === "000000" || region.startsWith("34"));
    const inForce = there.filter((item) => isInForce(item, day));
    expect(inForce.length).toBeGreaterThan(300);
    expect(inForce.filter(({ id }) => !read.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
