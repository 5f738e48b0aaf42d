import { z } from "zod";
import { count, text, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const scalar = z.union([text, z.number(), z.boolean()]);
const stated = z.strictObject({
  fact: text,
  year: count.nullable(),
  value: z.union([
    scalar,
    z.array(scalar).readonly(),
    z.array(z.record(z.string(), scalar).readonly()).readonly(),
    z.null(),
  ]),
  source: text,
});

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "firms.imported": written({ after: z.strictObject({ count }) }),
  "profile.stated": written({ after: z.array(stated) }),
  "enterprise.registered": written({ after: z.strictObject({ creditCode: text, userId: text }) }),
  "enterprise.code-confirmed": written({ after: z.strictObject({ reason: text }) }),
  "enterprise.code-refused": written({ after: z.strictObject({ reason: text }) }),
};

export const recordAudit = recorderOf(audited);
