import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturn } from "./sign-in-redirect.server";

describe("where one goes back to after signing in", () => {
  it.each([
    ["/firm", "/firm"],
    ["/firm/drafts/1?saved=facts#materials", "/firm/drafts/1?saved=facts#materials"],
    ["/policies?q=技术", "/policies?q=%E6%8A%80%E6%9C%AF"],
    ["/%09/elsewhere.example", "/%09/elsewhere.example"],
    ["/@elsewhere.example", "/@elsewhere.example"],
  ])("%j leads to %j", (back, place) => expect(safeReturn(back, "/home")).toBe(place));

  it.each([
    null,
    "",
    "home",
    "https://elsewhere.example",
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "/\\/elsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "/\r\n/elsewhere.example",
    "/\u0000/elsewhere.example",
    "/\u200b/elsewhere.example",
    "/.//elsewhere.example",
    "/a/..//elsewhere.example",
    "/./\\elsewhere.example",
    "javascript:alert(1)",
    " /firm",
    "/home\nSet-Cookie: a=b",
  ])("%j leads to the fallback", (back) => expect(safeReturn(back, "/home")).toBe("/home"));

  it("never leaves the site, whatever is asked", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "\t",
      "\n",
      "%09",
      "%2f",
      "%5c",
      "@",
      ":",
      "//",
      "http:",
      "x.example",
      "?",
      "#",
      "\u0000",
      "中",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const place = safeReturn(`/${pieces.join("")}`, "/home");
        expect(new URL(place, "https://hqt.example").origin).toBe("https://hqt.example");
        expect(place).toMatch(/^\/(?![/\\])[\u0020-\u007e]*$/);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
