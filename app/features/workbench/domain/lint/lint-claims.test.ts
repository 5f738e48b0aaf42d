import { describe, expect, it } from "vitest";
import { item } from "~/features/policies/testing/small-catalogue";
import { lintClaims } from "./lint-claims";

const term = (validFrom: string | null, validTo: string | null) => ({ ...item().document, validFrom, validTo });
const codes = (parts: Parameters<typeof item>[0]) => lintClaims(item(parts)).map(({ code }) => code);

describe("windows outside the term", () => {
  const spring = { opens: "03-01", closes: "04-30" };
  it.each([
    ["none of the window's days lies in it", { window: spring, document: term("2026-05-01", "2026-12-31") }, true],
    ["one day does", { window: spring, document: term("2026-04-30", "2026-12-31") }, false],
    ["the term comes round to it", { window: spring, document: term("2026-05-01", "2027-03-01") }, false],
    ["it has no end", { window: spring, document: term("2026-05-01", null) }, false],
    ["a single round comes later", { claimFrom: "2027-01-01", document: term("2026-05-01", "2026-12-31") }, true],
    ["a single round lies in it", { claimFrom: "2026-12-31", document: term("2026-05-01", "2026-12-31") }, false],
  ])("%s", (_name, parts, found) => expect(codes(parts)).toEqual(found ? ["windowOutsideTerm"] : []));
});

describe("terms that end before their claims open", () => {
  const nextSpring = { claimFrom: { year: 1, day: "03-01" }, claimTo: { year: 1, day: "04-30" } };
  it.each([
    ["the last year's claims open after it", { ...nextSpring, document: term("2024-01-01", "2026-12-31") }, true],
    ["it ends with the year before its claims", { ...nextSpring, document: term("2024-01-01", "2026-02-28") }, true],
    [
      "claims open in the last year itself",
      { claimFrom: { year: 0, day: "09-01" }, document: term("2024-01-01", "2026-12-31") },
      false,
    ],
    ["it has no end", { ...nextSpring, document: term("2024-01-01", null) }, false],
  ])("%s", (_name, parts, found) => expect(codes(parts)).toEqual(found ? ["termEndsBeforeClaims"] : []));
});
