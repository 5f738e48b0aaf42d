import type { Tx } from "~/platform/db.server";
import { stepsOfStream } from "../adapters/seal.repository.server";

/** A step of a case as the log has it. `event` is what was sent to the workflow, null in old entries. */
export type CaseStep = { action: string; from: string | null; to: string; event: unknown };

/** The steps of a case by its chain in the log. */
export async function readCaseSteps(tx: Tx, caseId: string): Promise<CaseStep[]> {
  const events = await stepsOfStream(tx, `case:${caseId}`);
  return events.flatMap(({ action, before, after }) => {
    const to = stateIn(after);
    return to === null
      ? []
      : [{ action, from: stateIn(before), to, event: (after as { event?: unknown }).event ?? null }];
  });
}

function stateIn(value: unknown): string | null {
  const state = typeof value === "object" && value !== null && "state" in value ? value.state : null;
  return typeof state === "string" ? state : null;
}
