import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isTermOver } from "../adapters/deadline.repository.server";
import type { CaseEventType } from "../domain/events";

/** A term is over when its time has come, whether or not a worker has seen to it. @throws Refusal `redemption.term-over` (409) */
export async function requireInTime(
  { tx, clock }: Pick<Deps, "tx" | "clock">,
  applicationId: string,
  event: CaseEventType,
): Promise<void> {
  if (await isTermOver(tx, applicationId, { event, now: clock.now() })) throw new Refusal("redemption.term-over");
}
