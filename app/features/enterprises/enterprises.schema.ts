import { z } from "zod";
import { tidyCode } from "~/kernel/reading/typed-text";
import { checkCreditCode, isDoubtfulCode } from "./domain/credit-code";

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

const registration = z.object({
  creditCode: creditCodeSchema,
  /** ticked: the code was compared with the licence */
  codeCompared: z.literal("1").optional(),
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
    .transform(tidyCode)
    .pipe(z.string().regex(/^[A-T]\d{4}$/, "problem.industry")),
  displayName: required(40),
  loginName: loginNameSchema,
  email: z.union([z.literal(""), z.email("problem.email")]).transform((text) => text || null),
  password: z.string().min(8, "problem.tooShort").max(128, "problem.tooLong"),
});

const comparedWhereDoubtful = ({ creditCode, codeCompared }: { creditCode: string; codeCompared?: "1" | undefined }) =>
  codeCompared === "1" || !isDoubtfulCode(creditCode);
/** Told beside whatever else is wrong with the form, not after it. */
const doubtful = {
  path: ["creditCode"],
  error: "problem.creditDoubtful",
  when: ({ value }: { value: unknown }) => z.object({ creditCode: z.string() }).safeParse(value).success,
};

/** A doubtful code is taken from somebody who has compared it with the licence. */
export const registrationSchema = registration.refine(comparedWhereDoubtful, doubtful);
export type Registration = z.infer<typeof registrationSchema>;

/** A further firm of somebody who has an account. */
export const firmRegistrationSchema = registration
  .omit({ displayName: true, loginName: true, email: true, password: true })
  .refine(comparedWhereDoubtful, doubtful);
export type FirmRegistration = z.infer<typeof firmRegistrationSchema>;
