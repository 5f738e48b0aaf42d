import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import type { Asked, Questions, Topic } from "../domain/sandbox";

/** Why the sandbox has no answer for now, to be told beside what can be shown without it. */
export type Away = Pick<Refusal, "code" | "params">;

/** Asks the sandbox for a page that can be read without it: it is being read for the first time, or had to start anew. */
export async function askSandbox<T extends Topic>(
  { sandbox, clock }: Pick<AppContext, "sandbox" | "clock">,
  question: Asked<T>,
): Promise<{ answer: Questions[T]["answer"]; away: null } | { answer: null; away: Away }> {
  try {
    return { answer: await sandbox.ask(question, clock.now()), away: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    return { answer: null, away: { code, params } };
  }
}
