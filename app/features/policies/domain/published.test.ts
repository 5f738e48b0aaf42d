import { expect, it } from "vitest";
import type { FactDefinition } from "./fact-definition";
import { placesTurned, publishedValue, withPublished } from "./published";

const entry = (region: string, from: string, value: number, until: string | null = null) => ({
  region,
  from,
  until,
  value,
  source: "公布",
  seenOn: "2026-11-29",
});

const wage = {
  name: "wage",
  published: [
    entry("340000", "2023-03-01", 1930),
    entry("340500", "2025-09-01", 2170),
    entry("340500", "2027-01-01", 2300),
    entry("370000", "2025-01-01", 2000, "2025-12-31"),
  ],
} as Partial<FactDefinition> as FactDefinition;
const definitions = new Map([["wage", wage]]);

it("is that of the nearest place that has any, on the day", () => {
  expect(publishedValue(wage, "340521", "2026-11-29")).toBe(2170);
  expect(publishedValue(wage, "340500", "2027-01-01")).toBe(2300);
  expect(publishedValue(wage, "340100", "2026-11-29")).toBe(1930);
});

it("is not known before it began, after it ended or where none is held, and the place above is no guess", () => {
  expect(publishedValue(wage, "340500", "2025-08-31")).toBeNull();
  expect(publishedValue(wage, "370700", "2025-12-31")).toBe(2000);
  expect(publishedValue(wage, "370700", "2026-01-01")).toBeNull();
  expect(publishedValue(wage, "110105", "2026-11-29")).toBeNull();
});

it("stands among a firm's facts in the place of whatever was stated for it", () => {
  expect(withPublished({ region: "340504", wage: 9000 }, definitions, "2026-11-29")).toEqual({
    region: "340504",
    wage: 2170,
  });
  expect(withPublished({ wage: 9000 }, definitions, "2026-11-29")).toEqual({});
});

it("turns on the day it begins and on the day after it ended", () => {
  expect(placesTurned(definitions, "2026-12-31", "2027-01-01")).toEqual(["340500"]);
  expect(placesTurned(definitions, "2025-12-31", "2026-01-01")).toEqual(["370000"]);
  expect(placesTurned(definitions, "2026-03-01", "2026-11-01")).toEqual([]);
});
