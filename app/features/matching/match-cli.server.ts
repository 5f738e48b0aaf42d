import { jsonFaults } from "~/kernel/reading/scan-json";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { withSettled } from "~/features/policies/domain/concern";
import type { Facts } from "../policies/domain/fact-definition";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { decodeText } from "~/kernel/reading/decode-text";
import { readDate } from "~/kernel/reading/read-date";
import { checkFacts } from "./domain/evaluate/check-facts";
import { compileCatalogue } from "./domain/matches/match-firm";
import { matchLine, type MatchLine } from "./domain/matches/match-line";
import { slotValues } from "./domain/evaluate/fact-slots";
import type { Received } from "~/features/claims/domain/received";

/** What the caller gave is not usable; the message is one line. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

type Request = { facts: Facts; received: Received; itemIds: readonly string[]; today: PlainDate };

const usage = "usage: npm run -s match -- --profile FILE.json [--items id,id] [--on YYYY-MM-DD]";

/**
 * One line for every item asked for (all by default) about the profile in the file.
 * The verdict is about the conditions alone; `validity` is the state of the item on the day, `offered` whether it is in
 * force and its window open.
 * @throws BadInput with one clear line
 */
export function matchLines(args: readonly string[], catalogue: Catalogue, now: Date): readonly MatchLine[] {
  const { facts, received, itemIds, today } = readRequest(args, catalogue, now);
  const items = itemIds.flatMap((id) => catalogue.byId.get(id) ?? []);
  const compiled = compileCatalogue(items, catalogue);
  const values = slotValues(facts, compiled.slots);
  return compiled.items.map((item) => matchLine(item, { values, facts, today, received }, catalogue));
}

function readRequest(args: readonly string[], catalogue: Catalogue, now: Date): Request {
  const options = readOptions(args);
  if (options.profile === undefined) throw new BadInput(`--profile is missing; ${usage}`);
  const today = options.on === undefined ? shanghaiDay(now) : readDay(options.on);
  const itemIds =
    options.items === undefined ? catalogue.items.map((item) => item.id) : readItemIds(options.items, catalogue);
  return { ...readProfile(options.profile, catalogue, today), itemIds, today };
}

function readOptions(args: readonly string[]): { profile?: string; items?: string; on?: string } {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ args: [...args], options: { profile: text, items: text, on: text }, strict: true }).values;
  } catch (error) {
    throw new BadInput(`${firstLine(error)}; ${usage}`);
  }
}

function readDay(typed: string): PlainDate {
  const read = readDate(typed);
  if (!read.ok) throw new BadInput(`--on is not a date YYYY-MM-DD: "${typed}"`);
  return read.value;
}

function readItemIds(list: string, catalogue: Catalogue): readonly string[] {
  const ids = [...new Set(list.split(",").map((id) => id.trim()))];
  const unknown = ids.find((id) => !catalogue.byId.has(id));
  if (unknown !== undefined) throw new BadInput(`--items: unknown item "${unknown}"`);
  return ids;
}

function readProfile(file: string, catalogue: Catalogue, today: PlainDate): { facts: Facts; received: Received } {
  const { $received = {}, ...profile } = readObject(file);
  const checked = checkFacts(profile, catalogue.facts, catalogue, today);
  if ("fault" in checked) throw new BadInput(`${file}: ${checked.fault}`);
  return {
    facts: withSettled(checked.facts, catalogue.facts, today),
    received: readReceived(file, $received, catalogue),
  };
}

function readObject(file: string): Record<string, unknown> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(readJson(file));
  if (!parsed.success) throw new BadInput(`${file}: must be a JSON object of facts`);
  return parsed.data;
}

function readJson(file: string): unknown {
  const text = readText(file);
  const [fault] = jsonFaults(text);
  if (fault)
    throw new BadInput(`${file}:${fault.line}: ${fault.path === "" ? "not JSON" : fault.path}: ${fault.reason}`);
  return JSON.parse(text);
}

function readText(file: string): string {
  try {
    return decodeText(readFileSync(file));
  } catch (error) {
    throw new BadInput(`${file}: ${firstLine(error)}`);
  }
}

function readReceived(file: string, input: unknown, catalogue: Catalogue): Received {
  const parsed = z.record(z.string(), z.number().min(0)).safeParse(input);
  if (!parsed.success) throw new BadInput(`${file}: $received must map item ids to yuan of 0 or more`);
  return Object.entries(parsed.data).map(([itemId, yuan]) => {
    const item = catalogue.byId.get(itemId);
    if (!item) throw new BadInput(`${file}: $received names unknown item "${itemId}"`);
    return { itemId, exclusiveGroup: item.exclusiveGroup, yuan };
  });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
