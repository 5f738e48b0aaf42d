import { z } from "zod";
import { count, day, text, textOrNone, written } from "./fields";

const item = written({ after: z.strictObject({ itemId: text }) });
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

/** Firms: what they state, their accounts, drafts, files and documents. */
export const firmPayloads = {
  "firms.imported": written({ after: z.strictObject({ count }) }),
  "profile.stated": written({ after: z.array(stated) }),
  "report.exported": written({ after: z.strictObject({ asOf: day, lines: count }) }),
  "bank-account.changed": written({ after: z.strictObject({ lastFour: text, applicationId: text.optional() }) }),
  "draft.copied": written({ after: z.strictObject({ from: textOrNone }) }),
  "draft.discarded": item,
  "draft.restored": item,
  "draft.exported": item,
  "material.downloaded": written({ after: z.strictObject({ case: text, fileHash: text }) }),
  "document.issued": written({
    after: z.strictObject({ kind: text, number: textOrNone, fileHash: text, applicationId: textOrNone }),
  }),
  "document.downloaded": written({ after: z.strictObject({ kind: text, fileHash: text }) }),
  "proof.exported": written({ after: z.strictObject({ case: text, events: count }) }),
};
