import { z } from "zod";
import { count, dayOrNone, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const status = z.strictObject({ status: text });
const moved = z.strictObject({ status: text, item: text });
const kept = z.looseObject({ contentHash: text, byId: text, at: text });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "policy-draft.started": written({ after: z.strictObject({ from: text, item: text }) }),
  "policy-draft.clause-read": written({ after: z.strictObject({ signs: count, proposals: count, open: count }) }),
  "policy-draft.clause-taken": written({ after: z.strictObject({ taken: count, open: count }) }),
  "policy-draft.point-settled": written({ after: z.strictObject({ words: text, as: text, why: text }) }),
  "policy-draft.backtested": written({
    after: kept.extend({
      baseVersionId: textOrNone,
      firms: count,
      eligibleBefore: count,
      eligibleAfter: count,
      beforeFen: text,
      afterFen: text,
      asOf: text,
    }),
  }),
  "policy-draft.competition-reviewed": written({ after: kept }),
  "policy-draft.rebased": written({
    before: z.strictObject({ base: textOrNone }),
    after: z.strictObject({ base: textOrNone }),
  }),
  "policy-draft.proposed": written({
    before: status,
    after: moved.extend({ explained: z.record(text, text).readonly(), publishOn: dayOrNone, endsOn: dayOrNone }),
  }),
  "policy-draft.returned": written({
    before: status,
    after: z.union([moved.extend({ reason: text }), z.strictObject({ status: text, obstacle: text })]),
  }),
  "policy-draft.discarded": written({ before: status, after: moved }),
  "policy-draft.signed": written({ before: status, after: moved.extend({ publishOn: dayOrNone, endsOn: dayOrNone }) }),
};

export const recordAudit = recorderOf(audited);
