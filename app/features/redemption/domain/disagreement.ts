import type { CaseEventType } from "./events";
import type { Meeting } from "./joint-meeting";
import type { Matches } from "./tasks";

/** A step of a case with what came with it. */
export type WordedStep = { event: string; at: Date; departmentId: string | null; payload: unknown };

const resolving = ["MEETING_AGREED", "HEAD_OVERRULED", "HEAD_UPHELD"] as const satisfies CaseEventType[];
export type Resolution = { event: (typeof resolving)[number]; at: Date; text: string };

/** Where a co-department's disagreement stands: its words, the meeting called about it, and how it was settled. */
export type Disagreement = {
  /** `open`: departments confer; `escalated`: the head decides; `upheld`: the head shares it; `settled`: approval is open */
  standing: "open" | "escalated" | "upheld" | "settled";
  words: readonly { departmentId: string; text: string; at: Date }[];
  meeting: Meeting | null;
  resolution: Resolution | null;
};

/** From here a case is decided anew: what was said before counts no more. */
const anew: readonly string[] = ["SEND_BACK", "OBJECTION_UPHELD", "DECISION_OVERTURNED"];

/** The disagreement in the decision under way or taken; null where no co-department was against it. */
export function disagreementOf(steps: readonly WordedStep[], isIn: Matches): Disagreement | null {
  const since = steps.slice(steps.findLastIndex(({ event }) => anew.includes(event)) + 1);
  const words = since.flatMap(({ event, at, departmentId, payload }) =>
    event === "CO_DISAGREE" && departmentId ? [{ departmentId, at, text: said(payload) }] : [],
  );
  if (words.length === 0) return null;
  const called = since.findLast(({ event }) => event === "MEETING_CALLED")?.payload as
    { meeting?: Meeting } | undefined;
  return { standing: standingOf(isIn), words, meeting: called?.meeting ?? null, resolution: resolutionOf(since) };
}

function standingOf(isIn: Matches): Disagreement["standing"] {
  const accord = (part: string) => isIn(`review.departments.accord.${part}`);
  if (accord("conferring") || accord("meeting")) return "open";
  if (accord("escalated")) return "escalated";
  return accord("upheld") ? "upheld" : "settled";
}

/** How a disagreement was settled last; null while it is open. */
export function resolutionOf(steps: readonly WordedStep[]): Resolution | null {
  const last = steps.findLast(({ event }) => event === "CO_DISAGREE" || isResolving(event));
  return last && isResolving(last.event) ? { event: last.event, at: last.at, text: said(last.payload) } : null;
}

function isResolving(event: string): event is Resolution["event"] {
  return (resolving as readonly string[]).includes(event);
}

function said(payload: unknown): string {
  return (payload as { comment?: string } | null)?.comment ?? "";
}
