import { answerPoints } from "~/features/applications/testing/answer-points";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { submitApplication } from "~/features/applications/use-cases/submit-application.server";
import { handleTrackForm } from "~/routes/firm/firm.applications.$id/track-form.server";
import { serveWaiting } from "../../use-cases/serve-waiting.server";
import type { Actor } from "~/access/actor";
import { plainYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import type { CaseEvent, CaseEventType } from "../../domain/events";
import { meetingOffices } from "../../domain/joint-meeting";
import { isReviewAction } from "../../domain/review-actions";
import { advanceCase } from "../../use-cases/advance-case.server";
import { makeList } from "~/features/lists/use-cases/make-list.server";
import { raiseObjection } from "../../use-cases/raise-objection.server";
import { proposeRecovery } from "../../use-cases/recover-case.server";
import { reviewCase, type Review } from "../../use-cases/review-case.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { caseExpiry } from "../../use-cases/case-work.server";
import { moneyDoors } from "./money-doors";
import { look, type Seen } from "./seen";
import { selectOne } from "./selection-door";
import { as, type Stage } from "./stage";

/** How an event comes to a case on the platform: the use case its route or worker calls, by whom it would. */
export type Door = (stage: Stage, event: CaseEvent, seen: Seen) => Promise<unknown>;

const worker: Actor = { kind: "system", name: "worker" };
export const testKey = Buffer.alloc(32, 7);
const name = (event: CaseEvent) => ("actorId" in event ? event.actorId : "owner");

const track =
  (values: Record<string, string>): Door =>
  (stage, _event, { id, version }) =>
    as(stage, "owner", (deps) =>
      handleTrackForm(
        deps,
        { id, enterpriseId: stage.firm.enterpriseId, key: testKey },
        { ...values, version: String(version), idempotencyKey: stage.process.random.uuid() },
      ),
    );

const account = { holder: "示例", bankName: "示例银行", number: "622000001234" };

/** The time comes: the worker handles what is due. Where no such term runs, the event is sent as the worker would. */
const term: Door = async (stage, event, seen) => {
  const open = await stage.tx.deadline.findFirst({
    where: { applicationId: seen.id, event: event.type, handledAt: null, cancelledAt: null },
    select: { dueAt: true },
  });
  if (!open) return direct(stage, event, seen);
  stage.process.clock.set(new Date(Math.max(open.dueAt.getTime(), stage.process.clock.now().getTime())));
  return runDeadlines(stage.process, { application: caseExpiry });
};

/** What the platform alone sends has no other door. */
const direct: Door = (stage, event, { id }) =>
  perform(stage.process, worker, (deps) =>
    advanceCase(deps, { where: { id }, event, idempotencyKey: deps.random.uuid() }),
  );

const review = (stage: Stage, event: CaseEvent, { id, version, state }: Seen, more: Partial<Review> = {}) => {
  if (!isReviewAction(event.type)) throw new Error(`${event.type} has no door`);
  const action = event.type;
  const who = action === "REQUEST_CORRECTION" && state === "countyReview" ? "county" : name(event);
  return as(stage, who, (deps) =>
    reviewCase(deps, {
      id,
      action,
      comment: "核实情况",
      points: action === "REQUEST_CORRECTION" ? [{ about: "", text: "补充材料" }] : [],
      approvedFen: null,
      score: 80,
      basisSeen: action === "LIST_APPROVED",
      recoveryKind: "error",
      ...more,
      idempotencyKey: deps.random.uuid(),
      expectedVersion: version,
    }),
  );
};

const object: Door = (stage, _event, { publicityId }) =>
  perform(stage.process, worker, (deps) =>
    raiseObjection(deps, {
      publicityId,
      objector: "某公司",
      contact: "555",
      text: "不符合条件",
      source: { kind: "mail", email: `${deps.random.uuid()}@example.com` },
      idempotencyKey: deps.random.uuid(),
    }),
  );

/** Reads the first objection that waits; one that is not the last is given a second one to wait with. */
const read: Door = async (stage, event, seen) => {
  if (event.type === "OBJECTION_REFUSED" && !event.last) await object(stage, event, seen);
  const waiting = await stage.tx.objection.findFirst({
    where: { applicationId: seen.id, admittedAt: null, answeredAt: null },
    select: { id: true },
  });
  return review(stage, event, await look(stage), { objectionId: waiting?.id });
};

/** A meeting of all departments of the case on the day itself. */
const meet: Door = (stage, event, seen) =>
  review(stage, event, seen, {
    meeting: { day: shanghaiDay(stage.process.clock.now()), offices: meetingOffices(stage.shape.config) },
  });

const list: Door = async (stage, event) => {
  const bytes = new TextEncoder().encode(
    `统一社会信用代码,金额（元）,依据文件,依据文号\n${stage.firm.creditCode},${plainYuan(stage.fen)},核验名单,核验〔2026〕1号\n`,
  );
  return as(stage, name(event), (deps) =>
    makeList(deps, { itemId: stage.itemId, source: { kind: "upload", fileName: "list.csv", bytes } }),
  );
};

const doors: Partial<Record<CaseEventType, Door>> = {
  ...moneyDoors,
  SUBMIT: (stage, _event, { id }) =>
    as(stage, "owner", async (deps) =>
      submitApplication(deps, await readDraft(deps, id, stage.firm.enterpriseId), deps.random.uuid()),
    ),
  WITHDRAW: track({ intent: "withdraw" }),
  RESUBMIT: async (stage, event, seen) => {
    const answers = await answerPoints(stage.tx, { id: seen.id, enterpriseId: stage.firm.enterpriseId });
    return track(answers)(stage, event, seen);
  },
  CONFIRMED: track({ intent: "confirm", ...account }),
  DECLINED: track({ intent: "decline" }),
  RECONSIDERATION_ASKED: track({ intent: "again", grounds: "请复核" }),
  RATED: (stage, event, seen) =>
    track({ intent: "rate", stars: event.type === "RATED" && event.satisfied ? "5" : "1" })(stage, event, seen),
  LISTED: list,
  SELECTED: selectOne,
  NOT_SELECTED: selectOne,
  OBJECTION_RAISED: object,
  OBJECTION_ADMITTED: read,
  OBJECTION_REFUSED: read,
  OBJECTION_UNREAD: term,
  MEETING_CALLED: meet,
  RECOVERY_PROPOSED: (stage, event, { id, version }) =>
    as(stage, name(event), (deps) =>
      proposeRecovery(deps, {
        id,
        kind: "error",
        sumFen: null,
        reason: "重复享受",
        idempotencyKey: deps.random.uuid(),
        expectedVersion: version,
      }),
    ),
  CREDIT_PASSED: direct,
  CREDIT_FAILED: direct,
  BUDGET_EXHAUSTED: direct,
  BUDGET_RESERVED: (stage) =>
    as(stage, "maker", (deps) => serveWaiting(deps, deps.catalogue.registry.documentIdOf(stage.itemId), 2026)),
};

/** The door of an event. */
export function doorOf(event: CaseEvent): Door {
  return doors[event.type] ?? (event.type.endsWith("_OVERDUE") || event.type === "PUBLICITY_ENDED" ? term : review);
}
