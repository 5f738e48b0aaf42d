import { groupBy } from "~/kernel/group-by";
import type { CaseEvent } from "../events";
import type { Edge, Exploration } from "./explore";

/** What an auditor who sees only the events writes down, without trust in the machine's own memory. */
export type Diary = {
  first: string;
  second: string;
  /** a co-department is against it, and neither a joint meeting nor the head has settled that */ against: boolean;
  publicised: boolean;
  /** raised, and neither refused nor answered */ objection: boolean;
  reserved: boolean;
  corrections: number;
  reconsiderations: number;
  claimedBackBy: string;
  /** times paid without the money having come back */ paid: number;
};
export type Step = Edge & { diary: Diary };

const blank: Diary = {
  first: "",
  second: "",
  against: false,
  publicised: false,
  objection: false,
  reserved: false,
  corrections: 0,
  reconsiderations: 0,
  claimedBackBy: "",
  paid: 0,
};
const anew = { second: "", against: false, publicised: false, objection: false };

/** The entry for one event. A decision that was overturned is taken again from the beginning. */
function write(diary: Diary, event: CaseEvent): Diary {
  switch (event.type) {
    case "LISTED":
    case "RECOMMEND_APPROVAL":
    case "RECOMMEND_REJECTION":
      return { ...diary, first: event.actorId };
    case "APPROVE":
    case "REJECT":
    case "LIST_REFUSED":
    case "LIST_APPROVED":
      return { ...diary, second: event.actorId };
    case "NOT_SELECTED":
      return { ...diary, second: event.actorId };
    case "CO_DISAGREE":
      return { ...diary, against: true };
    case "MEETING_AGREED":
    case "HEAD_OVERRULED":
    case "SEND_BACK":
      return { ...diary, against: false };
    case "HEAD_UPHELD":
      return { ...diary, first: event.actorId };
    case "OBJECTION_RAISED":
      return { ...diary, objection: true };
    case "OBJECTION_REFUSED":
      return { ...diary, objection: !event.last };
    case "OBJECTION_SETTLED":
      return { ...diary, objection: false };
    case "OBJECTION_UPHELD":
      return { ...diary, ...anew, reserved: false };
    case "DECISION_OVERTURNED":
      return { ...diary, ...anew, reconsiderations: Math.min(diary.reconsiderations + 1, 2) };
    case "DECISION_UPHELD":
      return { ...diary, reconsiderations: Math.min(diary.reconsiderations + 1, 2) };
    case "PUBLICITY_ENDED":
      return { ...diary, publicised: true };
    case "BUDGET_RESERVED":
      return { ...diary, reserved: true };
    case "REQUEST_CORRECTION":
      return { ...diary, corrections: Math.min(diary.corrections + 1, 2) };
    case "CHECK_FAILED":
      return { ...diary, claimedBackBy: diary.claimedBackBy || event.actorId };
    case "RECOVERY_PROPOSED":
      return { ...diary, claimedBackBy: event.actorId };
    case "PAYMENT_PAID":
      return { ...diary, paid: Math.min(diary.paid + 1, 2) };
    case "PAYMENT_RETURNED":
    case "PAYMENT_REVERSED":
      return { ...diary, paid: 0 };
    case "RECOVERED":
      return { ...diary, claimedBackBy: "over" };
    default:
      return diary;
  }
}

/** Shows every transition on every path that a diary can tell apart; gives the number of entries. */
export function walk({ start, edges }: Exploration, seen: (step: Step) => void): number {
  const leaving = groupBy(edges, (edge) => edge.from);
  const queue: [string, Diary][] = [[start, blank]];
  const known = new Set([JSON.stringify(queue[0])]);
  for (const [key, diary] of queue) {
    for (const edge of leaving.get(key) ?? []) {
      const next: [string, Diary] = [edge.to, write(diary, edge.event)];
      seen({ ...edge, diary: next[1] });
      if (edge.event.type === "RECOVERY_DROPPED") next[1] = { ...next[1], claimedBackBy: "" };
      const text = JSON.stringify(next);
      if (known.has(text)) continue;
      known.add(text);
      queue.push(next);
    }
  }
  return known.size;
}
