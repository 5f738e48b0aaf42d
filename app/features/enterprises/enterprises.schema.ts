import { z } from "zod";
import { checkCreditCode } from "./domain/credit-code";

const required = (max: number) => z.string().trim().min(1, "problem.required").max(max, "problem.tooLong");

export const creditCodeSchema = z.string().transform((text, context) => {
  const checked = checkCreditCode(text);
  if (checked.ok) return checked.code;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "problem.required" : `problem.${checked.reason}` });
  return z.NEVER;
});

export const loginNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{3,39}$/, "problem.loginName");

export const registrationSchema = z.object({
  creditCode: creditCodeSchema,
  name: required(100),
  legalForm: z.enum(
    [
      "company",
      "jointStock",
      "soleProprietorship",
      "partnership",
      "individualBusiness",
      "farmerCooperative",
      "foreignInvested",
      "nonProfit",
    ],
    "problem.choose",
  ),
  region: z.string().regex(/^\d{6}$/, "problem.region"),
  park: z
    .string()
    .trim()
    .max(60, "problem.tooLong")
    .transform((text) => text || null),
  industry: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-T]\d{4}$/, "problem.industry"),
  displayName: required(40),
  loginName: loginNameSchema,
  email: z.union([z.literal(""), z.email("problem.email")]).transform((text) => text || null),
  password: z.string().min(8, "problem.tooShort").max(128, "problem.tooLong"),
});
export type Registration = z.infer<typeof registrationSchema>;

/** A further firm of somebody who has an account. */
export const firmRegistrationSchema = registrationSchema.omit({
  displayName: true,
  loginName: true,
  email: true,
  password: true,
});
export type FirmRegistration = z.infer<typeof firmRegistrationSchema>;
