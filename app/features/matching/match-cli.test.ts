import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchLine } from "./domain/matches/match-line";
import { BadInput, matchLines } from "./match-cli.server";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";

const catalogue = loadCatalogueFiles(path.resolve("rules"));
const folder = mkdtempSync(path.join(tmpdir(), "match-"));
let count = 0;

function profileFile(content: unknown): string {
  const file = path.join(folder, `profile-${(count += 1)}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/match.ts", ...args],
    { encoding: "utf8" },
  );
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as MatchLine),
  };
}

describe("npm run match", () => {
  it("prints one line for each item asked for, in that order", () => {
    const profile = profileFile({
      region: "440307",
      specializedNewLevel: "littleGiant",
      keyLittleGiantBatch: false,
      $received: { "lgg-spec-prov": 200000 },
    });
    const { status, stderr, lines } = run(
      "--profile",
      profile,
      "--items",
      "lgg-spec-lg,mas-iii-001,lgg-champion",
      "--on",
      "2026-11-22",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(lines[0]).toMatchObject({
      itemId: "lgg-spec-lg",
      verdict: "eligible",
      amountFen: "30000000",
      amountNature: "upTo",
      missing: [],
    });
    expect(lines[1]).toMatchObject({
      itemId: "mas-iii-001",
      verdict: "ineligible",
      amountFen: "0",
      amountNature: "upTo",
      missing: [],
    });
    expect(lines[2]).toMatchObject({
      itemId: "lgg-champion",
      verdict: "unknown",
      amountFen: "200000000",
      missing: ["championKind"],
    });
    expect(lines[0]?.reasons[0]).toEqual({
      condition: "所在地区 属于 龙岗区",
      outcome: "met",
      fact: "region",
      own: "440307",
      gap: null,
    });
    expect(Object.keys(lines[0] ?? {})).toEqual([
      "itemId",
      "verdict",
      "amountFen",
      "amountNature",
      "validity",
      "offered",
      "reasons",
      "missing",
    ]);
  }, 30_000);

  it("goes on telling verdict, sum and reasons of what is not in force, with its state beside them", () => {
    const profile = profileFile({ region: "340503", platformInvestment: 1_500_000, hiTechRecognitions: 1 });
    const args = ["--profile", profile, "--items", "mas-iii-001,cn-rd-deduct-100,cihu-003", "--on", "2026-11-29"];
    const lines = matchLines(args, catalogue, new Date("2026-11-29T04:00:00Z"));
    // 20 % of 1,500,000 yuan
    expect(lines[0]).toMatchObject({
      verdict: "eligible",
      amountFen: "30000000",
      validity: "unconfirmed",
      offered: false,
    });
    expect(lines[0]?.reasons.map(({ outcome }) => outcome)).not.toContain("unknown");
    expect(lines[1]).toMatchObject({ validity: "inForce", offered: true });
    expect(lines[2]).toMatchObject({ validity: "ended", offered: false });
  });

  it("covers the catalogue by default, in force or not", () => {
    const { status, lines } = run("--profile", profileFile({}), "--on", "2026-11-22");
    expect(status).toBe(0);
    expect(lines).toHaveLength(935);
    expect(lines.some((line) => line.offered) && lines.some((line) => !line.offered)).toBe(true);
    expect(lines.every((line) => line.verdict === "unknown" && line.missing.length > 0)).toBe(true);
  }, 30_000);

  it.each([
    ["no profile", () => [], "--profile is missing"],
    ["an unknown option", () => ["--profile", profileFile({}), "--item", "x"], "--item"],
    ["a missing file", () => ["--profile", path.join(folder, "nowhere.json")], "nowhere.json"],
    ["text that is not JSON", () => ["--profile", profileFile("{")], "not JSON"],
    [
      "a fact said twice",
      () => ["--profile", profileFile('{\n"employees": 1,\n"employees": 2\n}')],
      ":3: employees: the key stands twice",
    ],
    ["a list", () => ["--profile", profileFile([])], "must be a JSON object"],
    ["an unknown fact", () => ["--profile", profileFile({ nonsense: 1 })], 'unknown fact "nonsense"'],
    ["a wrong type", () => ["--profile", profileFile({ employees: "35" })], "must be a whole number"],
    ["an industry that is none", () => ["--profile", profileFile({ industry: "9999" })], "must be a code"],
    ["a damaged text", () => ["--profile", profileFile('{"park":"\ufffd\ufffd"}')], "damaged"],
    [
      "a day that is not near yet",
      () => ["--profile", profileFile({ registeredOn: "2028-01-01" }), "--on", "2026-11-22"],
      "not too far ahead",
    ],
    ["a wrong member", () => ["--profile", profileFile({ size: "huge" })], "must be one of"],
    [
      "an unknown item",
      () => ["--profile", profileFile({}), "--items", "mas-iii-001,nonsense"],
      'unknown item "nonsense"',
    ],
    ["a date that does not exist", () => ["--profile", profileFile({}), "--on", "2026-02-30"], "--on is not a date"],
    [
      "sums received that are no sums",
      () => ["--profile", profileFile({ $received: { "lgg-spec-prov": "20" } })],
      "$received",
    ],
    [
      "sums received for an unknown item",
      () => ["--profile", profileFile({ $received: { nonsense: 1 } })],
      'unknown item "nonsense"',
    ],
  ])("refuses %s with one line", (_name, args, message) => {
    const attempt = () => matchLines(args(), catalogue, new Date("2026-11-22T04:00:00Z"));
    expect(attempt).toThrow(BadInput);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/\n/);
  });

  it("ends with 2 and that line on stderr", () => {
    const { status, stderr, lines } = run("--profile", profileFile({ nonsense: 1 }));
    expect([status, lines]).toEqual([2, []]);
    expect(stderr).toMatch(/^match: .*unknown fact "nonsense"\n$/);
  }, 30_000);

  it("takes the day in Shanghai when none is given", () => {
    const window = [...catalogue.items].find((item) => item.document.validTo === "2026-12-31" && item.window === null);
    expect(window).toBeDefined();
    const offeredAt = (now: string) =>
      matchLines(["--profile", profileFile({}), "--items", window?.id ?? ""], catalogue, new Date(now))[0]?.offered;
    expect(offeredAt("2026-12-31T15:59:59Z")).toBe(true);
    expect(offeredAt("2026-12-31T16:00:00Z")).toBe(false);
  });
});
