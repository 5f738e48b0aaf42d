import { describe, expect, it } from "vitest";
import { checkCreditCode, makeCreditCode } from "./credit-code";

describe("unified social credit code, GB 32100-2015", () => {
  it.each(["91350100M000100Y43", "91110000600037341L", "12440600MB2C07549J", "92141127MA0KD1Y64A"])(
    "%s is valid",
    (code) => {
      expect(checkCreditCode(code)).toEqual({ ok: true, code, isDoubtful: false });
    },
  );

  it.each([
    // of Xiamen, before 2016: registered, though the last character is not the check digit
    "91350203M0001QKT19",
    "91350100M000100Y44",
  ])("%s can be, and is doubtful", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, code, isDoubtful: true });
  });

  it.each([
    ["91350100M000100Y4Z", "creditAlphabet"],
    ["9111000060003734", "creditLength"],
    ["91110000600037351L", "creditOrganisation"],
    ["913405000000000000", "creditOrganisation"],
    ["0111000060003734", "creditLength"],
    ["01110000600037341L", "creditOffice"],
    ["B1110000600037341L", "creditOffice"],
    ["97110000600037341L", "creditOffice"],
    ["91990000600037341L", "creditRegion"],
    ["91A10000600037341L", "creditRegion"],
  ])("%s cannot be: %s", (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason });
  });

  it("leaves nothing but the last character to doubt", () => {
    const code = makeCreditCode("340503", 4711);
    for (const last of "0123456789ABCDEFGHJKLMNPQRTUWXY")
      expect(checkCreditCode(code.slice(0, 17) + last)).toMatchObject({ ok: true, isDoubtful: last !== code[17] });
  });

  it("reads what people paste: full width, spaces, small letters", () => {
    expect(checkCreditCode(" ９１１１００００ 600037341l ")).toEqual({
      ok: true,
      code: "91110000600037341L",
      isDoubtful: false,
    });
  });

  it("makes codes that pass for demo firms", () => {
    for (let serial = 1; serial < 500; serial += 1)
      expect(checkCreditCode(makeCreditCode("340503", serial))).toMatchObject({ ok: true, isDoubtful: false });
  });
});
