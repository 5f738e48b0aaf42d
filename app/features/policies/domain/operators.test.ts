import { Engine } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { addDays, epochDay, fromEpochDay } from "~/kernel/plain-date";
import {
  lastDayWithin,
  operatorTests,
  oppositeOperator,
  startsWithAny,
  withinYears,
  withinYearsSince,
} from "./operators";
import type { Operator } from "~/features/policies/domain/condition-schema";

const today = "2026-11-22";
const operators = Object.keys(operatorTests) as Operator[];

describe("ordering compares what reads as a number, as json-rules-engine does", () => {
  const rows: [Operator, unknown, unknown, boolean][] = [
    ["greaterThan", 5, 5, false],
    ["greaterThan", 5.01, 5, true],
    ["greaterThanInclusive", 5, 5, true],
    ["greaterThanInclusive", 4.99, 5, false],
    ["lessThan", 5, 5, false],
    ["lessThan", 4.99, 5, true],
    ["lessThanInclusive", 5, 5, true],
    ["lessThanInclusive", 5.01, 5, false],
    ["greaterThan", "7", 5, true],
    ["greaterThan", "seven", 5, false],
    ["greaterThan", "", -1, false],
    ["greaterThanInclusive", true, 0, false],
    ["lessThanInclusive", false, 1, false],
    ["greaterThan", Number.NaN, 0, false],
    ["greaterThan", new Date("2026-01-01"), 0, false],
    ["greaterThanInclusive", "2020-01-01", "2020-01-01", true],
    ["greaterThanInclusive", "2019-12-31", "2020-01-01", false],
    ["lessThan", "2019-12-31", "2020-01-01", true],
    ["greaterThan", "2020-01-01", 5, false],
    ["lessThan", "2020-01-01", 5, false],
  ];
  it.each(rows)("%s(%o, %o) is %s", (operator, fact, value, expected) => {
    expect(operatorTests[operator](fact, value, today)).toBe(expected);
  });
});

describe("equality and membership are strict", () => {
  const rows: [Operator, unknown, unknown, boolean][] = [
    ["equal", 7, 7, true],
    ["equal", "7", 7, false],
    ["equal", 1, true, false],
    ["notEqual", "7", 7, true],
    ["notEqual", 7, 7, false],
    ["in", "small", ["micro", "small"], true],
    ["in", "1", [1, 3], false],
    ["notIn", "large", ["micro", "small"], true],
    ["notIn", "small", ["micro", "small"], false],
    ["contains", ["a", "b"], "b", true],
    ["contains", "ab", "b", false],
    ["doesNotContain", ["a"], "b", true],
    ["doesNotContain", ["a", "b"], "b", false],
    ["doesNotContain", "a", "b", false],
  ];
  it.each(rows)("%s(%o, %o) is %s", (operator, fact, value, expected) => {
    expect(operatorTests[operator](fact, value, today)).toBe(expected);
  });
});

describe("startsWithAny", () => {
  it.each([
    ["340503", ["3405"], true],
    ["340503", ["34", "35"], true],
    ["340503", ["33"], false],
    ["34", ["3405"], false],
    ["C3421", ["C"], true],
    [340503, ["3405"], false],
    [["340503"], ["3405"], false],
  ])("%o starts with one of %o: %s", (fact, prefixes, expected) => {
    expect(startsWithAny(fact, prefixes)).toBe(expected);
  });
});

describe("withinYears ends with the corresponding day (民法典 art. 201 to 203)", () => {
  it.each([
    ["2025-11-22", 1, true],
    ["2025-11-21", 1, false],
    ["2022-11-22", 4, true],
    ["2022-11-21", 4, false],
    ["2026-08-22", 0.25, true],
    ["2026-08-21", 0.25, false],
    ["2026-11-22", 1, true],
    ["2027-03-01", 1, true], // still to come: the span has not run out
    ["2026-02-30", 1, false],
    ["20261122", 1, false],
    [20261122, 1, false],
  ])("%o within %d years: %s", (fact, years, expected) => {
    expect(withinYears(fact, years, today)).toBe(expected);
  });
});

describe("anniversaries", () => {
  it.each([
    ["2023-11-29", 3, "2026-11-29", true],
    ["2023-11-28", 3, "2026-11-29", false],
    ["2024-11-29", 2, "2026-11-29", true],
    ["2024-11-28", 2, "2026-11-29", false],
    ["2021-11-29", 5, "2026-11-29", true],
    ["2021-11-28", 5, "2026-11-29", false],
    ["2024-02-29", 1, "2025-02-28", true],
    ["2024-02-29", 1, "2025-03-01", false],
    ["2024-02-28", 4, "2028-02-28", true],
    ["2024-02-28", 4, "2028-02-29", false],
    ["2024-02-29", 4, "2028-02-29", true],
    ["2026-08-31", 0.5, "2027-02-28", true],
    ["2026-08-31", 0.5, "2027-03-01", false],
    ["2026-08-28", 0.5, "2027-03-01", false],
  ])("%s within %d years on %s: %s", (began, years, day, expected) => {
    expect(withinYears(began, years, day)).toBe(expected);
    expect(lastDayWithin(began, years) >= day).toBe(expected);
  });

  it("are the same told from either end, for every day of 1903 to 2100", () => {
    for (let number = epochDay("1903-01-01"); number < epochDay("2100-01-01"); number += 1) {
      const day = fromEpochDay(number);
      const months = (number % 60) + 1;
      const since = withinYearsSince(months / 12, day);
      expect(
        lastDayWithin(since, months / 12) >= day && lastDayWithin(addDays(since, -1), months / 12) < day,
        `${months} ${day}`,
      ).toBe(true);
    }
  });
});

describe("json-rules-engine agrees on odd values", () => {
  const facts = [0, -1, 5, 5.01, Number.NaN, "", "5", "7", "abc", "2026-01-01", true, false, [5], ["a"], []];
  const values = [5, 0, -1, "5", "abc", "2026-01-01", true, false];
  const lists = [
    [5, "a"],
    ["5", "abc"],
    [true, 0],
  ];
  const stock = operators.filter((name) => name !== "startsWithAny" && name !== "withinYears");
  it.each(stock)("%s", async (operator) => {
    const against = operator === "in" || operator === "notIn" ? lists : values;
    for (const fact of facts) {
      for (const value of against) {
        const engine = new Engine();
        engine.addRule({ conditions: { all: [{ fact: "x", operator, value }] }, event: { type: "yes" } });
        const { results } = await engine.run({ x: fact });
        expect([fact, value, operatorTests[operator](fact, value, today)]).toEqual([fact, value, results.length === 1]);
      }
    }
  });
});

it("the two operators of our own are the functions of their names", () => {
  expect([
    operatorTests.startsWithAny("340503", ["11", "34"], today),
    operatorTests.startsWithAny("340503", ["11"], today),
  ]).toEqual([true, false]);
  expect([
    operatorTests.withinYears("2026-01-01", 1, today),
    operatorTests.withinYears("2024-01-01", 1, today),
    operatorTests.withinYears(2026, 1, today),
    operatorTests.withinYears("soon", 1, today),
  ]).toEqual([true, false, false, false]);
});

it("an opposite operator holds exactly where the operator does not", () => {
  for (const operator of operators) {
    const opposite = oppositeOperator[operator];
    if (operator === "startsWithAny" || operator === "withinYears") {
      expect(opposite, "a span and a list of prefixes have none").toBeNull();
      continue;
    }
    if (!opposite) throw new Error(`${operator} has no opposite`);
    const list = operator === "in" || operator === "notIn";
    const facts = operator === "contains" || operator === "doesNotContain" ? [["a"], [5]] : [4, 5, 6];
    for (const fact of facts) {
      const value = list ? [5] : 5;
      expect(operatorTests[opposite](fact, value, today)).toBe(!operatorTests[operator](fact, value, today));
    }
  }
});
