import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bindingCheck } from "../../use-cases/check-binding.server";
import { amountOf } from "../amount/amount";
import { checkFacts } from "./check-facts";
import { evaluateCondition } from "./evaluate";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { withPublished } from "~/features/policies/domain/published";
import { isInForce } from "~/features/policies/domain/validity";
import { fenFromYuan } from "~/kernel/money";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const caseSchema = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  profile: z.record(z.string(), z.union([scalar, z.array(z.record(z.string(), scalar))])),
  received: z.record(z.string(), z.number()),
  eligible: z.boolean(),
  amountYuan: z.number(),
  why: z.string(),
  /** the day it is asked on, where it is another one than the usual */
  on: z.iso.date().optional(),
  /** where facts of the text are not told */
  verdict: z.literal("unknown").optional(),
  offered: z.boolean().optional(),
  source: z.string().optional(),
});

const usualDay = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"));
const lines = readFileSync(path.resolve("rules/cases.jsonl"), "utf8").trim().split("\n");
const cases = lines.map((line) => caseSchema.parse(JSON.parse(line)));

it("there are 279 worked cases", () => {
  expect(cases).toHaveLength(279);
});

describe("cases worked by hand from the items' texts", () => {
  it.each(cases)("$id $itemId: $why", async (worked) => {
    const { itemId, profile, received, eligible, amountYuan, on: day = usualDay, verdict, offered } = worked;
    const item = catalogue.byId.get(itemId);
    if (!item) throw new Error(`no item ${itemId}`);
    const paid = Object.entries(received).map(([id, yuan]) => ({
      itemId: id,
      yuan,
      exclusiveGroup: catalogue.byId.get(id)?.exclusiveGroup ?? null,
    }));
    const read = checkFacts(profile, catalogue.facts, catalogue, day);
    if ("fault" in read) throw new Error(read.fault);
    expect(Object.keys(read.facts)).toEqual(Object.keys(profile));
    const facts = withPublished(read.facts, catalogue.facts, day);
    const expected = verdict ?? (eligible ? "eligible" : "ineligible");
    expect(evaluateCondition(item.conditions, facts, day)).toBe(expected);
    if (verdict === undefined) expect((await bindingCheck(item, facts, day)).result).toBe(eligible);
    if (offered !== undefined) expect(isInForce(item, day)).toBe(offered);
    if (eligible) expect(amountOf(item, facts, paid).fen).toBe(fenFromYuan(amountYuan));
    else expect(amountYuan).toBe(0);
  });
});
