import type { Deps } from "~/platform/context.server";
import { cancelDeadline, hasAnotherWay, hurryDeadline } from "../adapters/deadline.repository.server";

/** Lets a term that was put off come at the worker's next round. */
function retryDeadline({ tx, clock }: Pick<Deps, "tx" | "clock">, id: string): Promise<void> {
  return hurryDeadline(tx, id, clock.now());
}

/** Ends a term without its event. @returns false where nothing else would move the case: then it stays */
async function dropDeadline({ tx, clock }: Pick<Deps, "tx" | "clock">, id: string): Promise<boolean> {
  if (!(await hasAnotherWay(tx, id))) return false;
  await cancelDeadline(tx, id, clock.now());
  return true;
}

/** What may be done with a deadline of a case that can't go on. */
export const deadlines = { retry: retryDeadline, drop: dropDeadline };
