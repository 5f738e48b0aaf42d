import { z } from "zod";
import { count, day, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const decided = written({ after: z.strictObject({ reason: textOrNone }) });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "delivery.handed-over": written({
    after: z.strictObject({
      kind: text,
      title: text,
      number: textOrNone,
      placeCode: text,
      asOf: day,
      fact: textOrNone,
      complete: z.boolean(),
      sha256: text,
      rows: count,
    }),
  }),
  "delivery.signed": decided,
  "delivery.returned": decided,
  "delivery.withdrawn": decided,
  "delivery.applied": written({ after: z.strictObject({ firms: count, statements: count }) }),
  "delivery.back-asked": decided,
  "delivery.back-signed": decided,
  "delivery.kept": decided,
  "delivery.rolled-back": written({ after: z.strictObject({ firms: count }) }),
};

export const recordAudit = recorderOf(audited);
