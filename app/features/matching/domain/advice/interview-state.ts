/** Where somebody is in an interview; it stands in the address, so that it works without scripts and can be gone back to. */
export type InterviewState = {
  /** A question to be put again. */
  at: string | null;
  skipped: readonly string[];
  /** Answered in this interview, the last one last. */
  done: readonly string[];
  /** Counts and sum before the last answer. */
  before: { eligible: number; open: number; cashFen: bigint } | null;
};

const names = (text: string | null) => (text ?? "").split(",").filter((name) => /^[a-z][A-Za-z0-9]*$/.test(name));

/** Reads an address; what makes no sense counts as not said. */
export function readInterviewState(parameters: URLSearchParams): InterviewState {
  const [at] = names(parameters.get("at"));
  const before = /^(\d{1,6})\.(\d{1,6})\.(\d{1,18})$/.exec(parameters.get("before") ?? "");
  return {
    at: at ?? null,
    skipped: names(parameters.get("skipped")),
    done: names(parameters.get("done")),
    before: before ? { eligible: Number(before[1]), open: Number(before[2]), cashFen: BigInt(before[3] ?? 0) } : null,
  };
}

/** The state as the query of an address, `?…`. */
export function interviewQuery({ at, skipped, done, before }: InterviewState): string {
  const parameters = new URLSearchParams();
  if (at) parameters.set("at", at);
  if (skipped.length > 0) parameters.set("skipped", skipped.join(","));
  if (done.length > 0) parameters.set("done", done.join(","));
  if (before) parameters.set("before", `${before.eligible}.${before.open}.${before.cashFen}`);
  return `?${parameters}`;
}

/** After a question was answered. */
export function afterAnswer(
  state: InterviewState,
  fact: string,
  before: NonNullable<InterviewState["before"]>,
): InterviewState {
  return { at: null, skipped: without(state.skipped, fact), done: [...without(state.done, fact), fact], before };
}

/** After a question was left unanswered. */
export function afterSkip(state: InterviewState, fact: string): InterviewState {
  return { at: null, skipped: [...without(state.skipped, fact), fact], done: state.done, before: null };
}

/** Back to the last answer given; null where there is none. */
export function backFrom(state: InterviewState): InterviewState | null {
  const last = state.done.at(-1);
  return last === undefined ? null : { ...state, at: last, done: state.done.slice(0, -1), before: null };
}

function without(list: readonly string[], fact: string): string[] {
  return list.filter((name) => name !== fact);
}
