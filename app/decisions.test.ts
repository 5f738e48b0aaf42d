import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = "app/decisions";
const status = /^\d{4}-\d{2}-\d{2} · (accepted|.*superseded by \[\d{3}\]\([^)]+\))/;

describe("a decision record", () => {
  it.each(readdirSync(folder))("%s says its day and whether it holds, and leads where it says", (file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    const [title, , day] = text.split("\n");
    expect(title).toMatch(/^# \D/);
    expect(day).toMatch(status);
    for (const [, target = ""] of text.matchAll(/\]\(([^):]+\.md)\)/g))
      expect(existsSync(path.join(folder, target)), target).toBe(true);
  });

  it("has a number of its own", () => {
    const numbers = readdirSync(folder).map((file) => file.slice(0, 3));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
