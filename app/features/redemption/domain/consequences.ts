import { caseStateOf, type CaseState } from "~/features/claims/domain/case-states";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Fen } from "~/kernel/money";
import { documentsOf, type CaseKind } from "./case-documents";
import type { Taken } from "./decide";
import type { CaseEvent } from "./events";
import { noticesOf } from "./notices-of-move";
import { asksForMoney } from "./state-at";
import { openTasks, type CaseTask } from "./tasks";
import { openWaits, type Wait } from "./waits";

/** A case that has taken a step: its row before it, what the machine decided, and what came with the event. */
export type Moved = {
  row: {
    id: string;
    /** counts the steps; the same in notices and documents of one step */
    version: number;
    enterpriseId: string;
    firmName: string;
    firmRegion: string;
    item: Pick<PolicyItem, "title" | "english"> & { amount: Pick<PolicyItem["amount"], "instalments"> };
    claimedFen: Fen | null;
    approvedFen: Fen | null;
    /** work that was open, and terms that ran */
    tasks: readonly { id: string; stage: string; departmentId: string }[];
    waits: readonly string[];
    recusals: readonly { userId: string }[];
  };
  config: RedemptionConfig;
  decision: Taken;
  advance: { event: CaseEvent; payload?: { approvedFen?: Fen; sumReason?: string; reason?: string } };
};

/** Everything that follows from a step of a case beside its new state; null where nothing of a kind does. */
export type Consequences = {
  /** work that is done, by its rows' ids, and work that begins */
  tasks: { close: readonly string[]; open: readonly CaseTask[] };
  /** terms that stop, by their kinds, and terms that begin */
  waits: { stop: readonly string[]; start: readonly Wait[] };
  /** a notice of what is to be corrected is issued, or has been answered or is over */
  correction: "asked" | "ended" | null;
  /** resumed: its term runs again, to the day it had */
  publicity: "begun" | "ended" | "resumed" | null;
  /** objections that nobody has read within the term are admitted */
  admitsUnread: boolean;
  /** what the firm keeps up after a decision for it, and the later parts of its sum */
  obligations: "begun" | "dropped" | null;
  /** later parts of its sum: none is paid while its money is asked back, and none any more once that is confirmed */
  instalments: "held" | "ended" | null;
  /** what is set aside is free again; or the payment is listed */
  money: "freed" | "payable" | null;
  /** what is found out at once, and whose answer is the next step */
  asks: "credit" | "money" | null;
  notices: readonly NoticeOrder[];
  documents: readonly CaseKind[];
};

/** What follows from a step. Nothing is carried out here; terms and tasks are in days, which the calendar makes dates of. */
export function consequencesOf(moved: Moved): Consequences {
  const { row, config, decision, advance } = moved;
  const { from, to } = decision;
  const wanted = openTasks(config, row.firmRegion, decision.isIn);
  const tasks = tasksOf(row.tasks, wanted);
  const waits = waitsOf(row.waits, openWaits(config, decision.isIn));
  return {
    tasks,
    waits,
    correction: correctionOf(from, to),
    publicity: publicityOf(from, to, waits.start),
    admitsUnread: advance.event.type === "OBJECTION_UNREAD",
    obligations: obligationsOf(from, to),
    instalments: instalmentsOf(moved),
    money: moneyOf(decision),
    asks: asksOf(decision),
    notices: noticesOf(moved, { opened: tasks.open, open: wanted }),
    documents: documentsOf({ event: advance.event.type, from, to }),
  };
}

function tasksOf(known: Moved["row"]["tasks"], wanted: readonly CaseTask[]): Consequences["tasks"] {
  const key = (task: { stage: string; departmentId: string }) => `${task.stage}@${task.departmentId}`;
  const [before, after] = [new Set(known.map(key)), new Set(wanted.map(key))];
  return {
    close: known.filter((task) => !after.has(key(task))).map(({ id }) => id),
    open: wanted.filter((task) => !before.has(key(task))),
  };
}

function waitsOf(running: readonly string[], wanted: readonly Wait[]): Consequences["waits"] {
  return {
    stop: running.filter((kind) => !wanted.some((wait) => wait.kind === kind)),
    start: wanted.filter(({ kind }) => !running.includes(kind)),
  };
}

function correctionOf(from: CaseState, to: CaseState): Consequences["correction"] {
  if (from === to) return null;
  if (to === "correcting") return "asked";
  return from === "correcting" ? "ended" : null;
}

function publicityOf(from: CaseState, to: CaseState, started: readonly Wait[]): Consequences["publicity"] {
  if (to === "publicity" && from !== to) return "begun";
  if (from === "publicity" && from !== to) return "ended";
  return started.some(({ kind }) => kind === "publicity") ? "resumed" : null;
}

/** Whether a case is decided for the firm. */
function isGranted(state: CaseState): boolean {
  const { phase } = caseStateOf[state];
  return phase === "granted" || phase === "payment" || phase === "paid";
}

function obligationsOf(from: CaseState, to: CaseState): Consequences["obligations"] {
  if (isGranted(from) === isGranted(to)) return null;
  return isGranted(to) ? "begun" : "dropped";
}

function instalmentsOf({ decision, advance }: Moved): Consequences["instalments"] {
  const { type } = advance.event;
  if (type === "RECOVERY_CONFIRMED") return "ended";
  const isAsked = type === "RECOVERY_PROPOSED" || type === "CHECK_FAILED";
  return isAsked && decision.isIn("closed.money.proposed") ? "held" : null;
}

/** Money is freed where the decision it was set aside for falls or ends unpaid; it is listed once, when it is due for the first time. */
function moneyOf({ from, to, was }: Taken): Consequences["money"] {
  if (was.reserved && isGranted(from) && !isGranted(to)) return "freed";
  const isListed = caseStateOf[from].phase === "payment" || caseStateOf[from].phase === "paid";
  return to === "payment" && !isListed ? "payable" : null;
}

/**
 * A bad credit standing ends an apply-free case before anybody is told of money; money is set aside at approval, else
 * once more when the budget is checked.
 */
function asksOf({ from, to, context }: Taken): Consequences["asks"] {
  if (to === "creditCheck") return "credit";
  return from !== to && asksForMoney(to) && !context.reserved ? "money" : null;
}
