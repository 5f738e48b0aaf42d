import { z } from "zod";
import { count, day, dayOrNone, filter, text, textOrNone, written } from "./fields";

const status = z.strictObject({ status: text });
const moved = z.strictObject({ status: text, item: text });
const kept = z.looseObject({ contentHash: text, byId: text, at: text });
const decided = written({ after: z.strictObject({ statement: text, kind: text, reason: textOrNone }) });
const version = z.strictObject({ version: count, contentHash: text });

/** Policies: their drafts on the workbench, and what is published. */
export const policyPayloads = {
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
  "policy-item.published": written({
    before: version.optional(),
    after: z.union([
      version.extend({ draft: text, endsOn: dayOrNone }),
      version.extend({ statement: text, endsOn: dayOrNone }),
      version.extend({ file: text, endsOn: dayOrNone }),
    ]),
  }),
  "policy-item.ended": written({ after: z.strictObject({ endsOn: day }) }),
  "policy-document.statement-proposed": written({
    after: z.strictObject({
      statement: text,
      kind: text,
      number: textOrNone,
      day,
      validFrom: dayOrNone,
      validTo: dayOrNone,
      since: dayOrNone,
      by: textOrNone,
      words: text,
      address: textOrNone,
      sha256: textOrNone,
    }),
  }),
  "policy-document.statement-released": decided,
  "policy-document.statement-refused": decided,
  "policy-document.statement-withdrawn": decided,
  "policy-document.statement-opened": written({ after: z.strictObject({ statement: text }) }),
  "policy-documents.exported": written({ after: z.strictObject({ list: text, filter, lines: count }) }),
  "policy-document.exported": written({ after: z.strictObject({ file: text }) }),
};
