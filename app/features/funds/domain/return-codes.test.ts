import { expect, it } from "vitest";
import { funds as en } from "../funds.en";
import { funds as zh } from "../funds.zh";
import { accountCodes } from "~/features/treasury/domain/bank/bank-answer";
import { codeWords, isBareCode, reasonKey } from "./return-codes";

it("every reason that lies in the account is said in words, so that a firm never reads a bare code", () => {
  for (const words of [zh.bank.codes, en.bank.codes] as Record<string, string>[])
    expect(accountCodes.filter((code) => !words[code])).toEqual([]);
});

it("a code without words stands for itself, and the bank's own words are told from those of a code", () => {
  expect([codeWords("AC04"), codeWords("ZZ99")]).toEqual(["收款账户已销户", "ZZ99"]);
  expect([
    isBareCode("AC04", "AC04"),
    isBareCode("收款账户已销户", "AC04"),
    isBareCode("客户要求退汇", "AC04"),
  ]).toEqual([true, true, false]);
});

it("a kept reason that is of ours is known again, whoever reads it in whatever language", () => {
  expect([zh.bank.codes.AC04, zh.bank.reversedSo, "客户要求退汇"].map(reasonKey)).toEqual([
    "bank.codes.AC04",
    "bank.reversedSo",
    null,
  ]);
});
