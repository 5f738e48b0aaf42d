import { z } from "zod";
import { caseSteps, type CaseStepName } from "./case-steps";
import { bare, count, day, fen, filter, text, textOrNone, written } from "./fields";

type Dashed<T extends string> = T extends `${infer Head}_${infer Rest}`
  ? `${Lowercase<Head>}-${Dashed<Rest>}`
  : Lowercase<T>;
/** A step of a case: `application.budget-reserved`. */
export type CaseAction = `application.${Dashed<CaseStepName>}`;

/** The action that a step of a case is written as. */
export function caseActionOf(type: CaseStepName): CaseAction {
  return `application.${type.toLowerCase().replaceAll("_", "-")}` as CaseAction;
}

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

/** Cases and the work on them. */
export const redemptionPayloads = {
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
  "application.terms-moved": written({
    after: z.strictObject({
      change: text,
      reason: text,
      terms: z.array(z.strictObject({ kind: text, step: textOrNone, from: day, to: day })),
    }),
  }),
  "application.recused": written({
    after: z.strictObject({ kind: z.enum(["found", "declared"]), replacementId: textOrNone }),
  }),
  "application.message-sent": written({
    after: z.strictObject({ messageId: text, side: z.enum(["firm", "department"]) }),
  }),
  "task.assigned": written({
    before: z.strictObject({ assigneeId: textOrNone }),
    after: z.strictObject({ stage: text, assigneeId: textOrNone }),
  }),
  "absence.noted": written({ after: z.strictObject({ deputyId: text, fromDay: day, toDay: day }) }),
  "absence.ended": bare,
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
  "benefit-list.made": written({ after: z.strictObject({ itemId: text, source: text, lines: count }) }),
  "selection.proposed": written({
    after: z.strictObject({ year: count, poolFen: fen, lines: z.array(ranked), seed: text.optional() }),
  }),
  "selection.confirmed": round,
  "selection.dropped": round,
  "desk.exported": written({ after: z.strictObject({ filter, lines: count }) }),
};
