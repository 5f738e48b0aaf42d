import { describe, expect, it } from "vitest";
import { accountSchema } from "./applications.schema";
import { maskedAccount } from "~/kernel/bank-account";

const account = { holder: "示例一号精密机械有限公司", bankName: "示例银行", number: "3405 0000 1234 5678" };
const problemsOf = (change: Partial<typeof account>) => {
  const read = accountSchema.safeParse({ ...account, ...change });
  return read.success ? [] : read.error.issues.map((issue) => [issue.path.join("."), issue.message]);
};

describe("a bank account", () => {
  it("is kept without the spaces people type", () => {
    expect(accountSchema.parse({ ...account, holder: `  ${account.holder} ` })).toEqual({
      ...account,
      number: "3405000012345678",
    });
  });

  it.each([
    ["number", "1234567", "problem.account"],
    ["number", "1".repeat(33), "problem.account"],
    ["number", "", "problem.account"],
    ["number", "12345678X", "problem.account"],
    ["holder", "   ", "problem.required"],
    ["bankName", "行".repeat(101), "problem.tooLong"],
  ])("%s %j is %s", (field, typed, problem) => expect(problemsOf({ [field]: typed })).toEqual([[field, problem]]));

  it.each(["12345678", "1".repeat(32)])("%s has a length that accounts have", (number) =>
    expect(problemsOf({ number })).toEqual([]),
  );

  it("shows its last four digits and nothing else", () => expect(maskedAccount("5678")).toBe("**** **** 5678"));
});
