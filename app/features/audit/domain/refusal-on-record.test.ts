import { describe, expect, it } from "vitest";
import { askedFor, isOnRecord } from "./refusal-on-record";

describe("which refusals are written down", () => {
  it.each([
    [403, "GET", "public", true],
    [403, "POST", "manage:payment:region", true],
    [404, "GET", "read:application:own", true],
    [404, "GET", "public", false],
    [409, "POST", "review:application:department", true],
    [409, "GET", "review:application:department", false],
    [422, "POST", "review:application:department", false],
    [400, "POST", "review:application:department", false],
    [429, "POST", "signedIn", false],
    [422, "RUN", "system", true],
    [409, "RUN", "system", true],
  ] as const)("%i to %s behind %s: %s", (status, method, needed, expected) => {
    expect(isOnRecord({ status }, { method, needed })).toBe(expected);
  });
});

describe("what was asked for", () => {
  const asked = (path: string, params: Record<string, string>) =>
    askedFor({ method: "GET", url: `https://hqt.example${path}` }, params, "signedIn");

  it.each([
    ["/desk", {}, "/desk", null],
    ["/desk/cases/ab-1/materials?page=2", { id: "ab-1" }, "/desk/cases/$id/materials", "ab-1"],
    ["/files/%00", { id: "\u0000" }, "/files/$id", "?"],
    ["/files/%E0%A4", { id: "%E0%A4" }, "/files/$id", "?"],
    [`/files/${"a".repeat(81)}`, { id: "a".repeat(81) }, "/files/$id", "?"],
  ])("%s", (path, params, route, key) => {
    expect(asked(path, params as Record<string, string>)).toMatchObject({ route, key });
  });
});
