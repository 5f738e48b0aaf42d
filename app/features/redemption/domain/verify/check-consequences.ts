import { rolesWith, membershipsWith } from "~/access/permissions";
import { describeState, hasEnded } from "~/features/claims/domain/case-states";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { isOfTreasury } from "../acting-on";
import { consequencesOf, type Consequences, type Moved } from "../consequences";
import { takenStep } from "../decide";
import { openTasks, type CaseTask } from "../tasks";
import { openWaits, type Wait } from "../waits";
import { topOf, type Edge, type Exploration } from "./explore";

type Law = [isBroken: boolean, law: string];
type Step = Edge & { moved: Moved; follows: Consequences; work: readonly { stage: string; departmentId: string }[] };

/**
 * What the law and the platform demand of everything that follows from a step, in every state and of every event. An
 * empty list is sound.
 */
export function checkConsequences(
  { edges }: Pick<Exploration, "edges">,
  config: RedemptionConfig,
  derive: typeof consequencesOf = consequencesOf,
): string[] {
  return edges.flatMap((edge) => {
    const moved = movedBy(edge, config);
    const follows = derive(moved);
    const step = { ...edge, moved, follows, work: openAfter(moved, follows) };
    return [ofWork, ofTerms, ofMoney, ofObligations, ofInstalments, ofPapers, ofNotices]
      .flatMap((laws) => laws(step))
      .flatMap(([isBroken, law]) => (isBroken ? [`${law}: ${JSON.stringify([edge.before.value, edge.event])}`] : []));
  });
}

const item = { title: "事项", english: undefined, amount: { instalments: null } };

/** A case that stands before a step with the work and the terms of its state. */
export function movedBy({ before, after, event }: Edge, config: RedemptionConfig): Moved {
  const firmRegion = "340503";
  const { isIn } = takenStep(before, before);
  const tasks = openTasks(config, firmRegion, isIn).map((task, index) => ({ ...task, id: `task-${index}` }));
  return {
    row: {
      ...{ id: "case", version: 7, enterpriseId: "firm", firmName: "示例有限公司", firmRegion, item, recusals: [] },
      ...{ claimedFen: 100n, approvedFen: 100n, tasks, waits: openWaits(config, isIn).map(({ kind }) => kind) },
    },
    config,
    decision: takenStep(before, after),
    advance: { event },
  };
}

function openAfter({ row }: Moved, { tasks }: Consequences) {
  return [...row.tasks.filter(({ id }) => !tasks.close.includes(id)), ...tasks.open];
}

const key = ({ stage, departmentId }: { stage: string; departmentId: string }) => `${stage}@${departmentId}`;
const isTwice = (names: readonly string[]) => new Set(names).size < names.length;

function ofWork({ moved: { row, decision }, follows: { tasks, waits, asks }, work }: Step): Law[] {
  const terms = row.waits.filter((kind) => !waits.stop.includes(kind)).length + waits.start.length;
  const closed = row.tasks.filter(({ id }) => tasks.close.includes(id)).map(key);
  const isOver = ["withdrawn", "lapsed", "rejected.final"].some(decision.isIn);
  return [
    [isOver && work.length + terms > 0, "work or a term of a case that is over"],
    [!hasEnded(decision.to) && asks === null && work.length + terms === 0, "nobody's turn"],
    [isTwice(work.map(key)), "the same work of an office twice"],
    [tasks.open.some((task) => closed.includes(key(task))), "work that ends and begins in one step"],
    [tasks.open.some((task) => !isOwned(task)), "work without an office or days"],
  ];
}

function isOwned({ departmentId, regionCode, workingDays }: CaseTask): boolean {
  return departmentId !== "" && regionCode !== "" && workingDays > 0;
}

function ofTerms({ after, before, follows: { waits, publicity, correction }, moved }: Step): Law[] {
  const [from, to] = [topOf(before), topOf(after)];
  const isDeaf = ({ event: type, days }: Wait) => days <= 0 || !after.can({ type } as never);
  const runs = (kind: string) => waits.start.some((wait) => wait.kind === kind);
  return [
    [waits.start.some(isDeaf), "a term that ends in nothing"],
    [waits.start.some(({ kind }) => moved.row.waits.includes(kind)), "a term that runs twice"],
    [(publicity === "begun") !== (to === "publicity" && from !== to), "a publicity that does not begin when it should"],
    [(publicity === "ended") !== (from === "publicity" && from !== to), "a publicity that does not end when it should"],
    [(publicity === "begun" || publicity === "resumed") !== runs("publicity"), "a publicity without its term"],
    [(correction === "asked") !== runs("correction"), "a correction without its term"],
    [(correction === "ended") !== (from === "correcting"), "a correction that does not end when it should"],
  ];
}

const isGranted = (state: string) => /^(granted|payment|paid)$/.test(describeState(state)?.phase ?? "");

function ofMoney({ before, after, event, follows: { money, asks } }: Step): Law[] {
  const [from, to] = [topOf(before), topOf(after)];
  const falls = event.type === "OBJECTION_UPHELD" || describeState(to)?.phase === "unpaid";
  const hears = (type: string) => after.can({ type } as never);
  return [
    [
      (money === "freed") !== (before.context.reserved && falls),
      "money kept for nothing, or freed though it is needed",
    ],
    [(money === "payable") !== (to === "payment" && !event.type.startsWith("PAYMENT_")), "not listed for payment once"],
    [money === "payable" && !after.context.reserved, "listed for payment without money set aside"],
    [asks === "money" && (after.context.reserved || !hears("BUDGET_RESERVED")), "money is asked for in vain"],
    [asks === "credit" && !(hears("CREDIT_PASSED") && hears("CREDIT_FAILED")), "credit is asked for in vain"],
    [to === "budgetCheck" && from !== to && asks !== "money", "a budget that is not checked"],
  ];
}

function ofObligations({ before, after, follows: { obligations } }: Step): Law[] {
  const [from, to] = [topOf(before), topOf(after)];
  return [
    [
      (obligations === "begun") !== (isGranted(to) && !isGranted(from)),
      "obligations that do not begin with the decision",
    ],
    [(obligations === "dropped") !== (isGranted(from) && !isGranted(to)), "obligations that outlive the decision"],
  ];
}

function ofInstalments({ before, after, follows: { instalments } }: Step): Law[] {
  const [was, is] = [takenStep(before, before), takenStep(before, after)];
  const enters = (state: string) => is.isIn(state) && !was.isIn(state);
  return [
    [enters("closed.money.proposed") && instalments !== "held", "further parts are paid while money is asked back"],
    [instalments === "held" && !is.isIn("closed.money.proposed"), "further parts wait though no money is asked back"],
    [(instalments === "ended") !== enters("closed.money.demanded"), "further parts are paid of what is asked back"],
  ];
}

function ofPapers({ before, after, event, follows: { documents, publicity, correction } }: Step): Law[] {
  const [from, to] = [topOf(before), topOf(after)];
  const papers: [kind: (typeof documents)[number], isDue: boolean][] = [
    ["acceptance", event.type === "SUBMIT"],
    ["application", event.type === "SUBMIT" || event.type === "RESUBMIT"],
    ["correction", correction === "asked"],
    ["approval", isGranted(to) && !isGranted(from)],
    ["rejection", to === "rejected" && from !== to && from !== "reconsidering"],
    ["publicity", publicity === "begun"],
    ["payment", event.type === "PAYMENT_PAID"],
  ];
  return papers.map(([kind, isDue]) => [documents.includes(kind) !== isDue, `a paper missing or too much, ${kind}`]);
}

function ofNotices({ before, event, moved, follows: { tasks, notices }, work }: Step): Law[] {
  const { to, from } = moved.decision;
  const toFirm = notices.filter((notice) => "enterpriseId" in notice.to);
  const isByFirm = event.type === "WITHDRAW" || event.type === "DECLINED";
  const isTold = (task: CaseTask) => notices.some((notice) => isOfOffice(notice, task));
  const untold = tasks.open.filter((task) => !isTold(task) && !isOfTreasury(task.stage));
  const returned = topOf(before) === "closed" && to === "payment";
  return [
    [notices.some((notice) => !hasReader(notice, work)), "a notice that nobody reads"],
    [isTwice(notices.map(({ to: reader, dedupKey }) => JSON.stringify([reader, dedupKey]))), "a notice told twice"],
    [hasEnded(to) && from !== to && toFirm.length !== (isByFirm ? 0 : 1), "an end the firm does not hear of"],
    [!returned && untold.length > 0, "work that its office does not hear of"],
  ];
}

function isOfOffice({ to }: NoticeOrder, { departmentId, regionCode }: { departmentId: string; regionCode: string }) {
  return "office" in to && to.office?.departmentId === departmentId && to.office.regionCode === regionCode;
}

/** Whether somebody can have a notice: the case's firm, or people of an office that has work of the case and a role for it. */
function hasReader(notice: NoticeOrder, work: Step["work"]): boolean {
  const { to, kind } = notice;
  if ("enterpriseId" in to) return to.enterpriseId === "firm" && (!to.needs || membershipsWith(to.needs).length > 0);
  if (!("office" in to) || rolesWith(to.needs).length === 0) return false;
  return kind === "caseReopened" || work.some(({ departmentId }) => departmentId === to.office?.departmentId);
}
