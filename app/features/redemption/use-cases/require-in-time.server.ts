import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isTermOver } from "~/features/work/use-cases/keep-terms.server";
import { caseSubject } from "../domain/case-subject";
import type { CaseEventType } from "../domain/events";

/** A term is over when its time has come, whether or not a worker has seen to it. @throws Refusal `redemption.term-over` (409) */
export async function requireInTime(
  deps: Pick<Deps, "tx" | "clock">,
  applicationId: string,
  event: CaseEventType,
): Promise<void> {
  if (await isTermOver(deps, caseSubject(applicationId), event)) throw new Refusal("redemption.term-over");
}
