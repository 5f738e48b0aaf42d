import type { Deps } from "~/platform/context.server";
import { cancelDeadline, hasAnotherWay, hurryDeadline } from "../adapters/deadline.repository.server";

/** Lets a term that was put off come at the worker's next round. */
export function retryDeadline({ tx, clock }: Pick<Deps, "tx" | "clock">, id: string): Promise<void> {
  return hurryDeadline(tx, id, clock.now());
}

/** Ends a term without its event. @returns false where nothing else would move its subject: then it stays */
export async function dropDeadline({ tx, clock }: Pick<Deps, "tx" | "clock">, id: string): Promise<boolean> {
  if (!(await hasAnotherWay(tx, id))) return false;
  await cancelDeadline(tx, id, clock.now());
  return true;
}
