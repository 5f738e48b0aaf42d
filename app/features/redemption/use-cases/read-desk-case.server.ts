import { regionName } from "~/features/policies/domain/catalogue";
import type { ClaimStanding } from "~/features/applications/domain/claims";
import { claimLines } from "~/features/applications/domain/claim-lines";
import type { UserActor } from "~/features/identity/domain/actor";
import { codeNames } from "~/features/matching/domain/code-names";
import { factInWords } from "~/features/matching/domain/value-words";
import { itemName, itemWords } from "~/features/policies/domain/item-name";
import { questionOf } from "~/features/policies/domain/question";
import { evaluateCondition } from "~/features/matching/domain/evaluate";
import { explanationView } from "~/features/matching/domain/explanation-view";
import { compileExplanation } from "~/features/matching/domain/explain";
import { factSlots, slotValues } from "~/features/matching/domain/fact-slots";
import { sumRoom } from "~/features/matching/domain/sum-room";
import { sumInWords } from "~/features/matching/domain/sum-words";
import { buildRule } from "~/features/matching/domain/rule";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { payeeIn } from "~/features/policies/domain/term-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { readMovesOfCase } from "~/features/calendar/use-cases/moves-of-case.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { findCase, findSeenIds, type Office } from "../adapters/desk.repository.server";
import { submissionOf } from "../adapters/submission.repository.server";
import { barOf } from "../domain/barred";
import { caseFigures } from "../domain/case-figures";
import { conflictOf } from "../domain/conflict";
import { casesSeenBy, isPanelist } from "../domain/desk-scope";
import { clausesOf } from "../domain/failed-clauses";
import { isUnfunded, readCase, type StoredSnapshot } from "../domain/decide";
import { correctionsShown } from "../domain/changes-view";
import { correctionOf, isAnswered } from "../domain/correction-points";
import { establishable, mayEstablish } from "../domain/established";
import { diagramOf } from "../domain/diagram";
import { latenessOf } from "../domain/lateness";
import type { Frozen } from "../domain/submission";
import { mayRecompute, sumNow } from "../domain/sum-now";
import type { Basis } from "../domain/list-rows";
import { openActions, type ReviewAction } from "../domain/review-actions";
import { looksInto, shownObjections } from "../domain/shown-objections";
import { deskDispute } from "./desk-dispute.server";
import { readCaseClaim } from "./hold-case-claim.server";
import { readCalendar } from "./read-calendar.server";
import { officeOf } from "./office-of.server";
import { noteCaseView } from "./review-case.server";

/**
 * A case as its reviewer works on it: the rule beside the frozen figures, where each figure comes from, materials,
 * history, and what may be done now. An expert sees neither the account nor the other experts' scores: each judges alone.
 * @throws Refusal `applications.not-found` (404), also for another office's case and, to an expert, for one without a panel
 */
export async function readDeskCase(deps: Deps & { actor: UserActor }, id: string, language: "zh" | "en") {
  const office = officeOf(deps.actor);
  const row = await findSeen(deps, id);
  await noteCaseView(deps, id, row.enterprise.id);
  const config = row.itemVersion.redemption as unknown as RedemptionConfig;
  const item = row.itemVersion.content as unknown as PolicyItem;
  const { submissions, last } = handedIn(row);
  const { frozen } = last;
  const standing = readCase(config, row.snapshot as unknown as StoredSnapshot);
  const own = row.tasks.filter(
    (task) =>
      task.closedAt === null && task.departmentId === office.departmentId && task.regionCode === office.regionCode,
  );
  const calendar = await readCalendar(deps);
  const today = shanghaiDay(deps.clock.now());
  const { registry } = deps.catalogue;
  const department = (departmentId: string | null) =>
    registry.departments.find((each) => each.id === departmentId)?.[language] ?? departmentId;
  const slots = factSlots();
  const explain = compileExplanation(buildRule(item.conditions, slots), registry.facts);
  const people = await personNames(deps.tx, [
    ...frozen.records.map(({ saidBy }) => saidBy),
    ...row.tasks.map(({ assigneeId }) => assigneeId),
    ...row.recusals.map(({ userId }) => userId),
  ]);
  const conflict = conflictOf(deps.actor, row.enterprise.id, row.recusals);
  const standingNow = await readCaseClaim(deps, {
    id: row.id,
    enterpriseId: row.enterprise.id,
    item,
    year: row.year,
  });
  const figures = caseFigures(item, frozen, registry, language, people);
  const actions = conflict
    ? []
    : openActions(
        own.map((task) => task.stage),
        deps.actor.permissions,
        standing.can,
        deps.actor.userId,
        office.departmentId,
      );
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
    ...sumShown(item, frozen, row.claimedFen, { registry, language }),
    firm: {
      name: row.enterprise.name,
      creditCode: row.enterprise.creditCode,
      region: regionName(registry.regions, row.enterprise.regionCode, language) ?? "",
    },
    item: { title: itemName(item), summary: itemWords(item), upTo: item.amount.upTo },
    beneficiary: payeeIn(item, language),
    verdict: evaluateCondition(item.conditions, frozen.facts, frozen.asOf),
    explanation: explanationView(
      explain(slotValues(frozen.facts, slots), frozen.asOf),
      registry,
      language,
      frozen.facts,
    ),
    claims: await readClaimLines(deps, standingNow),
    sumNow: sumShownNow(actions, last, item, standingNow),
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
    materials: row.materials,
    ...notUploaded(config, item, row.materials),
    account: isPanelist(deps.actor) ? null : row.bankAccount,
    tasks: row.tasks
      .filter((task) => task.closedAt === null)
      .map((task) => ({
        stage: task.stage,
        department: department(task.departmentId) ?? "",
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
    moves: await readMovesOfCase(deps, row.id, { withObjections: !isPanelist(deps.actor) }),
    corrections: correctionsShown(submissions, row.corrections.filter(isAnswered).map(correctionOf), {
      item,
      registry,
      language,
    }),
    scores: row.scores
      .filter(({ expertId }) => !isPanelist(deps.actor) || expertId === deps.actor.userId)
      .map(({ score, comment }) => ({ score, comment })),
    objections: shownObjections(
      row.objections,
      looksInto(
        {
          userId: deps.actor.userId,
          isLead: isLeadOffice(config, office),
          mayReview: deps.actor.permissions.has("review:application:department"),
          hasConflict: conflict !== null,
        },
        standing.context,
      ),
    ),
    dispute: isPanelist(deps.actor)
      ? null
      : deskDispute({ config, transitions: row.transitions, tasks: row.tasks }, standing.stands, department),
    recusals: row.recusals.map(({ userId, kind, reason }) => ({ who: people.get(userId) ?? "", kind, reason })),
    reconsiderations: row.reconsiderations,
    recoveries: row.recoveryCases,
    rating: row.rating,
    conflict,
    assignee: own.map(({ assigneeId }) => assigneeId && people.get(assigneeId))[0] ?? null,
    mayRecover: isLeadOffice(config, office) && standing.can({ type: "RECOVERY_PROPOSED", actorId: deps.actor.userId }),
    diagram: diagramOf(config),
    since: row.transitions.at(-1)?.at ?? null,
    actions,
    establishable: mayEstablish(actions) ? questionsOf(item, frozen, registry, language) : [],
    bar: barOf(
      own.map((task) => task.stage),
      standing.context,
      deps.actor.userId,
    ),
    unfunded: isUnfunded(standing),
  };
}

/** The sum as it is now, where it is another, for whoever advises or decides on it. */
function sumShownNow(actions: readonly ReviewAction[], ...of: Parameters<typeof sumNow>) {
  return mayRecompute(actions) ? sumNow(...of) : null;
}

/** What may be set right in a case, each with the figure as it stands. */
function questionsOf(item: PolicyItem, { facts }: Frozen, registry: Catalogue, language: "zh" | "en") {
  const names = codeNames(registry, language);
  return establishable(item, facts, registry.facts).map((definition) => ({
    ...questionOf(definition),
    stands: factInWords(facts[definition.name], definition, language, names),
  }));
}

function isLeadOffice({ leadDepartmentId, regionCode }: RedemptionConfig, office: Office): boolean {
  return leadDepartmentId === office.departmentId && regionCode === office.regionCode;
}

/** Everything that was handed in, and the facts that count. @throws Refusal `applications.not-found` (404) for a draft */
function handedIn(row: NonNullable<Awaited<ReturnType<typeof findCase>>>) {
  const submissions = row.submissions.map(submissionOf);
  const last = submissions.at(-1);
  if (!last) throw new Refusal("applications.not-found", 404);
  return { submissions, last };
}

/** How the sum comes about, and what room the text leaves. */
function sumShown(
  item: PolicyItem,
  { facts, received = [] }: Frozen,
  claimedFen: Fen | null,
  { registry, language }: { registry: Catalogue; language: "zh" | "en" },
) {
  return {
    computation: sumInWords(item, facts, received, registry, language),
    room: sumRoom(item, facts, received, claimedFen),
  };
}

/** What counts against a case, each with whether the reader may open it. */
async function readClaimLines(deps: Deps & { actor: UserActor }, standing: ClaimStanding) {
  const lines = claimLines(standing);
  const seen = casesSeenBy(deps.actor);
  const open =
    seen && lines.length > 0
      ? await findSeenIds(
          deps.tx,
          lines.map(({ id }) => id),
          seen,
        )
      : new Set<string>();
  return lines.map((line) => ({ ...line, mayOpen: open.has(line.id) }));
}

async function findSeen({ tx, actor }: Pick<Deps, "tx"> & { actor: UserActor }, id: string) {
  const seen = casesSeenBy(actor);
  const row = isUuid(id) && seen ? await findCase(tx, { id, ...seen }) : null;
  if (!row) throw new Refusal("applications.not-found", 404);
  return row;
}

/** Materials without a file: the platform holds them, or, in the fast-track, the firm committed to them. */
function notUploaded(
  { workflow }: RedemptionConfig,
  { materials }: PolicyItem,
  uploaded: readonly { name: string }[],
): { held: string[]; committed: string[] } {
  if (workflow === "fastTrack") return { held: [], committed: materials };
  return { held: materials.filter((name) => !uploaded.some((material) => material.name === name)), committed: [] };
}

/** What was written with a step, or the bank's reason where a payment came back. */
function wordsOf(payload: unknown): string | null {
  const { comment, reason } = payload as { comment?: string; reason?: string };
  return comment ?? reason ?? null;
}
