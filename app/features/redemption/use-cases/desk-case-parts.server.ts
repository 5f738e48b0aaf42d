import { regionName } from "~/features/policies/domain/catalogue";
import { officeAmong, officeNameIn } from "~/features/policies/domain/offices";
import type { UserActor } from "~/access/actor";
import { itemName, itemWords } from "~/features/policies/domain/item-name";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { explanationView } from "~/features/matching/domain/explain/explanation-view";
import { compileExplanation } from "~/features/matching/domain/explain/explain";
import { factSlots, slotValues } from "~/features/matching/domain/evaluate/fact-slots";
import { buildRule } from "~/features/matching/domain/evaluate/rule";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { payeeIn } from "~/features/policies/domain/term-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { WorkingCalendar } from "~/kernel/working-days";
import type { personNames } from "~/features/identity/use-cases/person-names.server";
import type { CaseRow } from "../adapters/desk.repository.server";
import type { Office } from "~/features/work/domain/subject";
import type { submissionOf } from "../adapters/submission.repository.server";
import { barOf } from "../domain/barred";
import { caseFigures } from "../domain/case-figures";
import type { conflictOf } from "../domain/conflict";
import { isPanelist } from "../domain/desk-scope";
import { clausesOf } from "../domain/failed-clauses";
import { isUnfunded, type readCase } from "../domain/decide";
import { correctionsShown } from "../domain/changes-view";
import { correctionOf, isAnswered } from "../domain/correction-points";
import { mayEstablish } from "../domain/established";
import { diagramOf } from "../domain/diagram";
import { latenessOf } from "~/features/calendar/domain/lateness";
import type { Basis } from "../domain/list-basis";
import { proposedRefusal } from "../domain/proposed-refusal";
import { openActions } from "../domain/review-actions";
import { looksInto, shownObjections } from "../domain/shown-objections";
import { deskDispute } from "./desk-dispute.server";
import { notUploaded, questionsOf, sumShown } from "./desk-case-sum.server";

type HandedIn = ReturnType<typeof submissionOf<CaseRow["submissions"][number]>>;

/** A case that was read, and who looks at it. */
export type DeskCase = {
  row: CaseRow;
  config: RedemptionConfig;
  item: PolicyItem;
  submissions: readonly HandedIn[];
  /** what was handed in last: it counts */ last: HandedIn;
  standing: ReturnType<typeof readCase>;
  actor: UserActor;
  office: Office;
  conflict: ReturnType<typeof conflictOf>;
  registry: Catalogue;
  language: "zh" | "en";
  people: Awaited<ReturnType<typeof personNames>>;
};

/** Whose case it is, of which item, and its sums in fen. */
export function headOf({ row, item, registry, language }: DeskCase) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    version: row.version,
    submittedAt: row.submittedAt,
    promisedOn: row.promisedOn,
    rewardedYear: row.rewardedYear,
    claimedFen: row.claimedFen,
    approvedFen: row.approvedFen,
    sumReason: row.sumReason,
    firm: {
      name: row.enterprise.name,
      creditCode: row.enterprise.creditCode,
      region: regionName(registry.regions, row.enterprise.regionCode, language) ?? "",
    },
    item: { title: itemName(item), summary: itemWords(item), upTo: item.amount.upTo },
    beneficiary: payeeIn(item, language),
  };
}

/** The rule beside the frozen figures, how the sum comes about, and where each figure comes from. */
export function ruleOf({ row, item, last: { frozen }, registry, language, people }: DeskCase) {
  const slots = factSlots();
  const explain = compileExplanation(buildRule(item.conditions, slots), registry.facts);
  const explained = explain(slotValues(frozen.facts, slots), frozen.asOf);
  const figures = caseFigures(item, frozen, registry, language, people);
  return {
    ...sumShown(item, frozen, row.claimedFen, { registry, language }),
    verdict: evaluateCondition(item.conditions, frozen.facts, frozen.asOf),
    explanation: explanationView(explained, registry, language, frozen.facts),
    unknownBasis: row.listVerdict === "unknown" ? (row.listBasis as Basis) : null,
    figures,
    clauses: clausesOf(item, frozen, registry, language).map(({ path, clause, own, failed }) => ({
      path,
      clause,
      own,
      named: failed || row.failedConditions.includes(path),
    })),
    subjects: [...new Set([...figures.map(({ label }) => label), ...item.materials])],
    check: row.ruleChecks[0] ?? null,
  };
}

/** What was handed in besides figures; an expert doesn't see the account. */
export function papersOf({ row, config, item, actor }: DeskCase) {
  return {
    materials: row.materials,
    ...notUploaded(config, item, row.materials),
    account: isPanelist(actor) ? null : row.bankAccount,
  };
}

/** What is open and how late, what was done, and what corrections changed. */
export function historyOf(seen: DeskCase, calendar: WorkingCalendar, today: PlainDate) {
  const { row, config, item, submissions, registry, language } = seen;
  const department = names(seen);
  return {
    tasks: row.tasks
      .filter((task) => task.closedAt === null)
      .map((task) => ({
        stage: task.stage,
        department: officeNameIn(registry, task, language),
        dueOn: task.dueOn,
        lateness: latenessOf(calendar, { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn }, today),
      })),
    transitions: row.transitions.map(({ seq, event, at, departmentId, payload }) => ({
      seq,
      event,
      at,
      department: department(departmentId),
      comment: wordsOf(payload),
    })),
    corrections: correctionsShown(submissions, row.corrections.filter(isAnswered).map(correctionOf), {
      item,
      registry,
      language,
    }),
    diagram: diagramOf(config),
    since: row.transitions.at(-1)?.at ?? null,
  };
}

/** What belongs to a case beside its decision; an expert sees the own score alone and no dispute. */
export function sideOf(seen: DeskCase) {
  const { row, config, standing, actor, office, conflict, people } = seen;
  const looker = {
    userId: actor.userId,
    isLead: isLeadOffice(config, office),
    mayReview: actor.permissions.has("review:application:department"),
    hasConflict: conflict !== null,
  };
  return {
    scores: row.scores
      .filter(({ expertId }) => !isPanelist(actor) || expertId === actor.userId)
      .map(({ score, comment }) => ({ score, comment })),
    objections: shownObjections(row.objections, looksInto(looker, standing.context)),
    dispute: isPanelist(actor)
      ? null
      : deskDispute({ config, transitions: row.transitions, tasks: row.tasks }, standing.isIn, names(seen)),
    recusals: row.recusals.map(({ userId, kind, reason }) => ({ who: people.get(userId) ?? "", kind, reason })),
    reconsiderations: row.reconsiderations,
    recoveries: row.recoveryCases,
    rating: row.rating,
    conflict,
  };
}

/** What the official may do now, and what bars it. */
export function rightsOf({
  row,
  config,
  item,
  last,
  standing,
  actor,
  office,
  conflict,
  registry,
  language,
  people,
}: DeskCase) {
  const own = row.tasks.filter(
    (task) =>
      task.closedAt === null && task.departmentId === office.departmentId && task.regionCode === office.regionCode,
  );
  const stages = own.map((task) => task.stage);
  const actions = conflict
    ? []
    : openActions(stages, actor.permissions, standing.can, actor.userId, office.departmentId);
  return {
    actions,
    assignee: own.map(({ assigneeId }) => assigneeId && people.get(assigneeId))[0] ?? null,
    mayRecover: isLeadOffice(config, office) && standing.can({ type: "RECOVERY_PROPOSED", actorId: actor.userId }),
    establishable: mayEstablish(actions) ? questionsOf(item, last.frozen, registry, language) : [],
    proposedRefusal: actions.includes("REJECT")
      ? proposedRefusal(row.transitions.map(({ event, payload }) => ({ event, comment: wordsOf(payload) })))
      : null,
    bar: barOf(stages, standing.context, actor.userId),
    unfunded: isUnfunded(standing),
  };
}

/** Names of the offices that had the case, in the reader's language. */
function names({ registry, language, row, config }: Pick<DeskCase, "registry" | "language" | "row" | "config">) {
  const { regionCode, leadDepartmentId, coDepartmentIds } = config;
  const own = [leadDepartmentId, ...coDepartmentIds].map((departmentId) => ({ departmentId, regionCode }));
  return (departmentId: string | null) =>
    departmentId && officeAmong(registry, { offices: [...row.tasks, ...own], departmentId }, language);
}

function isLeadOffice({ leadDepartmentId, regionCode }: RedemptionConfig, office: Office): boolean {
  return leadDepartmentId === office.departmentId && regionCode === office.regionCode;
}

/** What was written with a step, or the bank's reason where a payment came back. */
function wordsOf(payload: unknown): string | null {
  const { comment, reason } = payload as { comment?: string; reason?: string };
  return comment ?? reason ?? null;
}
