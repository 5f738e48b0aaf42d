import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { groupBy } from "~/kernel/group-by";
import { openTasks } from "../tasks";
import { openWaits } from "../waits";
import { checkConsequences } from "./check-consequences";
import { walk, type Step } from "./diary";
import { explore, leavesOf, leavesReached, topOf, type Exploration } from "./explore";
import { distinguishable } from "./distinguishable";
import { isDecidedFor, vetoes } from "./vetoes";

export type WorkflowReport = { states: number; transitions: number; entries: number; violations: string[] };

/** Leaves at which nobody has to do anything any more, or at which another region of the same state has the work. */
const resting =
  /^(withdrawn|lapsed|rejected\.final|closed\.rating\.done|closed\.check\.(passed|failed)|closed\.money\.(kept|recovered)|review\.assessment\.(panel\.scored|visit\.done)|review\.departments\.(lead\.approved|co:.*\.(agreed|disagreed|heard)|accord\.(none|upheld|settled)))$/;
/** Decided in the same transaction by the platform itself. */
const transient = "creditCheck";
const endings = /^(withdrawn|lapsed|rejected\.final|closed\..*)$/;

/** Everything the law and the platform demand of a workflow, on every path. An empty list of violations is sound. */
export function checkWorkflow(config: RedemptionConfig, found = explore(config)): WorkflowReport {
  const violations = [
    ...unreached(found),
    ...deadEvents(found),
    ...endless(found, config),
    ...ownerless(found, config),
    ...vetoes(found),
    ...distinguishable(found),
    ...checkConsequences(found, config),
  ];
  const entries = walk(found, (step) => violations.push(...broken(step, config)));
  return { states: found.states.size, transitions: found.edges.length, entries, violations: [...new Set(violations)] };
}

function unreached(found: Exploration): string[] {
  const reached = leavesReached(found);
  const all = leafNodes(found.machine.root);
  return all.filter((leaf) => !reached.has(leaf) && !passedAtOnce.test(leaf)).map((leaf) => `never reached: ${leaf}`);
}

/** Final states of regions that are left in the moment they are complete. */
const passedAtOnce = /^review\.assessment\.|^review\.departments\.lead\.approved$|^review\.memory$/;

type StateNode = { path: string[]; type: string; states: Record<string, StateNode> };

function leafNodes(node: StateNode): string[] {
  const inner = Object.values(node.states);
  if (node.type === "history") return [];
  return inner.length === 0 ? [node.path.join(".")] : inner.flatMap(leafNodes);
}

function deadEvents({ machine, edges }: Exploration): string[] {
  const used = new Set<string>(edges.map(({ event }) => event.type));
  return machine.events
    .filter((type) => !type.startsWith("xstate.") && !used.has(type))
    .map((type) => `dead event: ${type}`);
}

function endless({ states, edges }: Exploration, config: RedemptionConfig): string[] {
  const entering = groupBy(edges, (edge) => edge.to);
  const ending = new Set(
    [...states].flatMap(([key, { value }]) =>
      leavesOf(value).every((leaf) => endings.test(leaf)) && work(config, leavesOf(value)) === 0 ? [key] : [],
    ),
  );
  for (const key of ending) for (const { from } of entering.get(key) ?? []) ending.add(from);
  return [...states.keys()].filter((key) => !ending.has(key)).map((key) => `cannot end: ${key}`);
}

/** Tasks and terms, each with an owner and a positive number of days. */
function work(config: RedemptionConfig, leaves: readonly string[]): number {
  const isIn = (state: string) => leaves.some((leaf) => leaf === state || leaf.startsWith(`${state}.`));
  const tasks = openTasks(config, "340503", isIn).filter(
    ({ departmentId, workingDays }) => departmentId !== "" && workingDays > 0,
  );
  return tasks.length + openWaits(config, isIn).filter(({ days }) => days > 0).length;
}

function ownerless(found: Exploration, config: RedemptionConfig): string[] {
  const waiting = [...leavesReached(found)].filter((leaf) => !resting.test(leaf) && leaf !== transient);
  return waiting.filter((leaf) => work(config, [leaf]) === 0).map((leaf) => `nobody's turn: ${leaf}`);
}

function broken(step: Step, config: RedemptionConfig): string[] {
  return [...brokenByPayment(step, config), ...brokenByPersons(step)].flatMap(([isBroken, law]) =>
    isBroken ? [`${law}: ${JSON.stringify([step.before.value, step.event])}`] : [],
  );
}

type Law = [isBroken: boolean, law: string];

function brokenByPayment({ event, after, diary }: Step, config: RedemptionConfig): Law[] {
  if (topOf(after) !== "payment" && event.type !== "PAYMENT_PAID") return [];
  return [
    [diary.first === "" || diary.second === "" || diary.first === diary.second, "paid without two different people"],
    [config.publicityWorkingDays > 0 && !diary.publicised, "publicity skipped"],
    [diary.objection, "paid while an objection is open or unread"],
    [!diary.reserved, "paid without money set aside"],
    [diary.paid > 1, "paid twice"],
    [diary.claimedBackBy !== "", "paid while it is asked back"],
  ];
}

const withdrawable = ["draft", "review", "correcting", "ranking", "confirming"];

function brokenByPersons(step: Step): Law[] {
  const { event, before, after, diary } = step;
  const by = "actorId" in event ? event.actorId : "";
  return [
    [diary.corrections > 1, "a second correction notice"],
    [diary.reconsiderations > 1, "a second reconsideration"],
    [event.type === "REJECT" && diary.first === by, "rejected by one person"],
    [
      /^(OBJECTION_(ADMITTED|REFUSED|SETTLED|UPHELD)|DECISION_)/.test(event.type) && involved(step),
      "looked into by somebody who had decided",
    ],
    [/^RECOVERY_(CONFIRMED|DROPPED)$/.test(event.type) && by === diary.claimedBackBy, "recovery by one person"],
    [topOf(before) === "review" && isDecidedFor(topOf(after)) && diary.against, "approved over an open disagreement"],
    [topOf(after) === "withdrawn" && !withdrawable.includes(topOf(before)), "withdrawn after a decision"],
  ];
}

/** The diary after the step no longer names the second person of an overturned decision: the machine's view before it does. */
function involved({ event, before, diary }: Step): boolean {
  return (
    "actorId" in event &&
    [diary.first, before.context.firstReviewerId, before.context.deciderId].includes(event.actorId)
  );
}
