import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidyCode } from "./typed-text";

const idle = ["\u200b", "\u200d", "\u202d", "\u202c", "\u2066", "\ufeff", "\u00ad", "\u2060", "\u3164"];
const blanks = [" ", "\u00a0", "\u3000", "\u2009", "\u202f", "\t", "\n"];
const dashes = [
  "-",
  "\u2010",
  "\u2011",
  "\u2012",
  "\u2013",
  "\u2014",
  "\u2015",
  "\u2212",
  "\uff0d",
  "\ufe63",
  "\u30fc",
];

describe("a code as it is compared", () => {
  it("does not depend on what stands between its characters", () => {
    const between = fc.constantFrom("", ...idle, ...blanks, ...dashes);
    const code = "91340500MA2TEST12X";
    fc.assert(
      fc.property(fc.array(between, { minLength: 19, maxLength: 19 }), (gaps) => {
        const typed =
          [...code].map((character, index) => `${gaps[index] ?? ""}${character}`).join("") + (gaps[18] ?? "");
        expect(tidyCode(typed)).toBe(code);
      }),
    );
  });

  it("takes full width and small letters for plain capitals, and leaves what only looks like them", () => {
    expect(tidyCode("９１３４ｍａ2x")).toBe("9134MA2X");
    expect(tidyCode("²①ı")).toBe("²①ı");
  });
});
