import { z } from "zod";
import { bare, count, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const role = text;
const person = z.strictObject({ displayName: text, email: textOrNone, locale: text });
const office = z.object({ roles: z.array(role).readonly(), departmentId: textOrNone, regionCode: textOrNone });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "membership.changed": written({ before: z.strictObject({ role }), after: z.strictObject({ role: role.nullable() }) }),
  "membership.ended": written({ before: z.strictObject({ role }), after: z.strictObject({ role: role.nullable() }) }),
  "claim.opened": written({ after: z.strictObject({ userId: text }) }),
  "claim.granted": written({
    after: z.strictObject({ userId: text, kind: text, role: role.optional(), reason: text.optional() }),
  }),
  "claim.refused": written({
    after: z.strictObject({ userId: text, kind: text, role: role.optional(), reason: text.optional() }),
  }),
  "invitation.created": written({ after: z.strictObject({ role, note: textOrNone }) }),
  "invitation.revoked": bare,
  "invitation.accepted": written({ after: z.strictObject({ userId: text, role }) }),
  "session.opened": written({ after: z.strictObject({ address: text }) }),
  "session.refused": written({ after: z.strictObject({ address: text, locked: z.literal(true).optional() }) }),
  "session.closed": bare,
  "session.ended": written({ after: z.strictObject({ session: text }) }),
  "password.changed": written({ after: z.strictObject({ sessionsEnded: count }) }),
  "password.reset": bare,
  "password.set": bare,
  "user.changed": written({ before: person, after: person }),
  "user.address-entered": written({ after: z.strictObject({ email: text }) }),
  "user.address-confirmed": written({ after: z.strictObject({ email: text, reason: textOrNone }) }),
  "user.address-refused": written({ after: z.strictObject({ email: text, reason: textOrNone }) }),
  "user.created": written({ after: office.extend({ loginName: text }) }),
  "user.office-changed": written({ before: office, after: office }),
  "user.disabled": bare,
  "user.enabled": bare,
};

export const recordAudit = recorderOf(audited);
