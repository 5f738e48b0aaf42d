import { describe, expect, it } from "vitest";
import { applicationNumber } from "./application-number";

describe("the check digit of an application number", () => {
  const digits = "2026000123";
  const checkOf = (text: string) => applicationNumber(Number(text.slice(0, 4)), Number(text.slice(4))).at(-1);
  it("tells every single wrong digit and every swap of two neighbours", () => {
    for (let at = 0; at < digits.length; at += 1) {
      for (const wrong of "0123456789")
        if (wrong !== digits[at] && !(at === 0 && wrong === "0"))
          expect(checkOf(digits.slice(0, at) + wrong + digits.slice(at + 1)), `${at} ${wrong}`).not.toBe(
            checkOf(digits),
          );
      const swapped = digits.slice(0, at) + (digits[at + 1] ?? "") + digits[at] + digits.slice(at + 2);
      if (at < 9 && swapped !== digits && swapped[0] !== "0")
        expect(checkOf(swapped), swapped).not.toBe(checkOf(digits));
    }
  });
});
