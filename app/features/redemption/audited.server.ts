import { z } from "zod";
import { bare, count, day, fen, filter, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";
import { caseActionOf, caseSteps, type CaseAction } from "./domain/case-steps";

/** A step: the states on both sides, the event, and what came with it. */
const step = written({
  before: z.strictObject({ state: text }),
  after: z.strictObject({
    state: text,
    event: z.strictObject({
      type: z.enum(caseSteps),
      actorId: text.optional(),
      departmentId: text.optional(),
      satisfied: z.boolean().optional(),
      last: z.boolean().optional(),
    }),
    payload: z.strictObject({
      comment: text.optional(),
      points: z.array(z.strictObject({ about: text, text })).optional(),
      answers: z.array(text).optional(),
      approvedFen: fen.optional(),
      sumReason: text.optional(),
      reason: text.optional(),
      meeting: z.strictObject({ day, offices: z.array(text) }).optional(),
      objectionId: text.optional(),
    }),
  }),
  versions: z.strictObject({ case: count, itemVersion: text, machine: text }),
});

export type CaseStep = z.input<typeof step>;

const round = written({ after: z.strictObject({ year: count, round: text }) });
const ranked = z.strictObject({
  applicationId: text,
  rank: count,
  score: z.number().nullable(),
  draw: text.optional(),
  fen,
  approvedFen: fen,
  selected: z.boolean(),
  barred: z.string().optional(),
});
const obligation = written({ after: z.strictObject({ obligation: text, note: text, found: z.number().nullable() }) });

const instalment = written({ after: z.strictObject({ instalment: text, note: text }) });

const factValue = z.union([text, z.number(), z.boolean()]).nullable();

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  ...(Object.fromEntries(caseSteps.map((type) => [caseActionOf(type), step])) as Record<CaseAction, typeof step>),
  "application.viewed": bare,
  "application.facts-verified": written({
    before: z.strictObject({ figures: z.record(text, factValue), ruleFen: fen.nullable() }),
    after: z.strictObject({
      submission: count,
      figures: z.record(text, factValue),
      ruleFen: fen.nullable(),
      evidence: z.record(text, text),
      reason: text,
    }),
    versions: z.strictObject({ case: count, itemVersion: text }),
  }),
  "application.sum-recomputed": written({
    before: z.strictObject({ ruleFen: fen.nullable() }),
    after: z.strictObject({ submission: count, ruleFen: fen.nullable() }),
    versions: z.strictObject({ case: count, itemVersion: text }),
  }),
  "application.recused": written({
    after: z.strictObject({ kind: z.enum(["found", "declared"]), replacementId: textOrNone }),
  }),
  "objection.raised": written({
    after: z.strictObject({ objectionId: text, source: z.enum(["user", "mail", "inPerson"]), identity: textOrNone }),
  }),
  "obligation.fulfilled": obligation,
  "obligation.breached": obligation,
  "instalment.confirmed": instalment,
  "instalment.denied": instalment,
  "instalment.listed": written({ after: z.strictObject({ instalment: text, paymentId: text, amountFen: fen }) }),
  "instalment.stopped": written({ after: z.strictObject({ parts: count, reason: text }) }),
  "exclusion.repair-asked": bare,
  "exclusion.repaired": bare,
  "exclusion.repair-refused": bare,
  "selection.proposed": written({
    after: z.strictObject({ year: count, poolFen: fen, lines: z.array(ranked), seed: text.optional() }),
  }),
  "selection.confirmed": round,
  "selection.dropped": round,
  "desk.exported": written({ after: z.strictObject({ filter, lines: count }) }),
};

export const recordAudit = recorderOf(audited);
