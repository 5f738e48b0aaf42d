import { expect, it } from "vitest";
import { funds as en } from "../../funds.en";
import { funds as zh } from "../../funds.zh";
import { accountCodes } from "./bank-answer";

it("every reason that lies in the account is said in words, so that a firm never reads a bare code", () => {
  for (const words of [zh.bank.codes, en.bank.codes] as Record<string, string>[]) expect(accountCodes.filter((code) => !words[code])).toEqual([]);
});
