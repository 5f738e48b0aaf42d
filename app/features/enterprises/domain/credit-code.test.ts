import { describe, expect, it } from "vitest";
import { checkCreditCode, makeCreditCode } from "./credit-code";

describe("unified social credit code, GB 32100-2015", () => {
  it.each(["91350100M000100Y43", "91110000600037341L"])("%s is valid", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, code });
  });

  it.each([
    ["91350100M000100Y4Z", "creditAlphabet"],
    ["91350100M000100Y44", "creditCheck"],
    ["9111000060003734", "creditLength"],
    ["91110000600037351L", "creditOrganisation"],
  ])("%s is refused: %s", (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason });
  });

  it("reads what people paste: full width, spaces, small letters", () => {
    expect(checkCreditCode(" ９１１１００００ 600037341l ")).toEqual({ ok: true, code: "91110000600037341L" });
  });

  it("makes codes that pass for demo firms", () => {
    for (let serial = 1; serial < 500; serial += 1)
      expect(checkCreditCode(makeCreditCode("340503", serial)).ok).toBe(true);
  });
});
