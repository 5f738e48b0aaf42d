import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { valuePools } from "../domain/evaluate/generate-profiles";
import type { Verdict } from "../domain/evaluate/kleene";
import { closureTable, columnTable, disagreements, oracleTable } from "../testing/differential";
import { demoProfiles, drawnProfiles } from "../testing/population";

const today = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"));
const pools = valuePools(catalogue.items, catalogue.facts, today);

/** Items far apart in the catalogue meet in one chunk: few enough that a profile has a fair chance with each. */
const chunkCount = Math.ceil(catalogue.items.length / 16);
const chunks = Array.from({ length: chunkCount }, (_, index) => ({
  facts: catalogue.facts,
  items: catalogue.items.filter((_item, place) => place % chunkCount === index),
}));

function tally(table: readonly (readonly (Verdict | null)[])[], verdict: Verdict): number {
  return table.reduce((sum, row) => sum + row.filter((own) => own === verdict).length, 0);
}

describe("closures, columns and json-rules-engine over the whole catalogue", () => {
  it.each([
    ["every fact known, values on and around every bound", 20261122, 40, { absent: 0, odd: 0 }],
    ["every fact known, some of a wrong type", 20261123, 20, { absent: 0, odd: 0.15 }],
    ["some facts absent: the two-run oracle", 20261124, 40, { absent: 0.25, odd: 0.03 }],
  ])(
    "%s (seed %d, %d profiles a chunk): no disagreement",
    async (_name, seed, count, mix) => {
      const seen = { eligible: 0, ineligible: 0, unknown: 0 };
      for (const [index, chunk] of chunks.entries()) {
        const profiles = [...drawnProfiles(count, chunk.items, pools, mix, seed + index, today)];
        const expected = await oracleTable(chunk, profiles, today);
        expect(disagreements(expected, closureTable(chunk, profiles, today))).toBe(0);
        expect(disagreements(expected, columnTable(chunk, profiles, today))).toBe(0);
        for (const verdict of ["eligible", "ineligible", "unknown"] as const) seen[verdict] += tally(expected, verdict);
      }
      expect(seen.eligible).toBeGreaterThan(count * 4);
      expect(seen.ineligible).toBeGreaterThan(count * 4);
      if (mix.absent > 0) expect(seen.unknown).toBeGreaterThan(count * 4);
    },
    60_000,
  );

  it("firms of the demo: no disagreement", async () => {
    const profiles = [...demoProfiles(12, catalogue, today)];
    const expected = await oracleTable(catalogue, profiles, today);
    expect(disagreements(expected, closureTable(catalogue, profiles, today))).toBe(0);
    expect(disagreements(expected, columnTable(catalogue, profiles, today))).toBe(0);
  });
});
