import { z } from "zod";
import { tidyAccountNumber } from "~/kernel/bank-account";

const required = (max: number) => z.string().trim().min(1, "problem.required").max(max, "problem.tooLong");

export const accountSchema = z.object({
  holder: required(100),
  bankName: required(100),
  number: z.string().transform((text, context) => {
    const number = tidyAccountNumber(text);
    if (number) return number;
    context.addIssue({ code: "custom", message: "problem.account" });
    return z.NEVER;
  }),
});
