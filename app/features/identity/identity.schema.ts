import { z } from "zod";
import { creditCodeSchema, loginNameSchema } from "~/features/enterprises/enterprises.schema";
import { membershipRoles, staffRoles } from "~/access/permissions";

const required = (max: number) => z.string().trim().min(1, "problem.required").max(max, "problem.tooLong");
const email = z.union([z.literal(""), z.email("problem.email")]).transform((text) => text || null);
const password = z.string().min(8, "problem.tooShort").max(128, "problem.tooLong");
const membershipRole = z.enum(membershipRoles, "problem.choose");

export const personSchema = z.object({ displayName: required(40), loginName: loginNameSchema, email, password });

export const claimSchema = personSchema.extend({ creditCode: creditCodeSchema, statement: required(500) });
export type ClaimForm = z.infer<typeof claimSchema>;

/** A request to join of somebody who has an account. */
export const firmClaimSchema = claimSchema.pick({ creditCode: true, statement: true });

export const personDetailsSchema = z.object({
  displayName: required(40),
  email,
  locale: z.enum(["zh", "en"], "problem.choose"),
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

export const passwordChangeSchema = z.object({
  currentPassword: z.string().min(1, "problem.required").max(128, "problem.tooLong"),
  freshPassword: password,
});

export const inviteSchema = z.object({
  role: membershipRole,
  note: z
    .string()
    .trim()
    .max(60, "problem.tooLong")
    .default("")
    .transform((text) => text || null),
});

export const memberChangeSchema = z.object({ userId: z.uuid("problem.invalid"), role: membershipRole });

export const claimDecisionSchema = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("grant"), id: z.uuid("problem.invalid"), role: membershipRole }),
    z.object({ decision: z.literal("refuse"), id: z.uuid("problem.invalid"), reason: required(200) }),
  ],
  "problem.choose",
);

export const codeDecisionSchema = z.object({
  id: z.uuid("problem.invalid"),
  decision: z.enum(["confirm", "refuse"], "problem.choose"),
  reason: required(200),
});

/** An official's office and roles; an empty choice is none. */
export const officeSchema = z.object({
  departmentId: z
    .string()
    .default("")
    .transform((text) => text || null),
  regionCode: z
    .string()
    .default("")
    .transform((text) => text || null),
  roles: z.array(z.enum(staffRoles, "problem.choose")),
});
export type Office = z.infer<typeof officeSchema>;

export const officialSchema = officeSchema.extend({
  roles: officeSchema.shape.roles.min(1, "problem.rolesNone"),
  loginName: loginNameSchema,
  displayName: required(40),
  email: z.string().trim().min(1, "problem.officialEmail").pipe(z.email("problem.email")),
});
export type OfficialForm = z.infer<typeof officialSchema>;

/** A mail address entered for an official. */
export const addressSchema = z.object({ email: z.email("problem.email") });
