import { z } from "zod";
import { bare, count, day, text, textOrNone, written } from "./fields";

const role = text;
const person = z.strictObject({ displayName: text, email: textOrNone, locale: text });
const office = z.object({ roles: z.array(role).readonly(), departmentId: textOrNone, regionCode: textOrNone });
const workday = z.strictObject({ isWorkday: z.boolean(), note: textOrNone });

/** Accounts, memberships, sessions and the calendar. */
export const identityPayloads = {
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
  "enterprise.registered": written({ after: z.strictObject({ creditCode: text, userId: text }) }),
  "enterprise.code-confirmed": written({ after: z.strictObject({ reason: text }) }),
  "enterprise.code-refused": written({ after: z.strictObject({ reason: text }) }),
  "calendar.changed": written({ before: workday, after: workday.extend({ moved: count.optional() }) }),
  "calendar.notice-entered": written({
    after: z.strictObject({ change: text, number: text, issuedOn: day, days: count }),
  }),
  "calendar.notice-announced": written({
    after: z.strictObject({
      change: text,
      number: text,
      issuedOn: day,
      days: z.array(z.strictObject({ date: day, isWorkday: z.boolean() })),
      moved: count,
    }),
  }),
  "calendar.moves-exported": written({ after: z.strictObject({ lines: count }) }),
  "calendar.year-opened": bare,
};
