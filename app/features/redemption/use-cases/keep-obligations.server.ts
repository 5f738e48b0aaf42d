import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { addObligations, dropObligations } from "../adapters/obligation.repository.server";
import { latestSubmission } from "../adapters/submission.repository.server";
import type { CaseEventType } from "../domain/events";
import { obligationsOf } from "../domain/obligation";
import type { Advanced } from "./advance-case.server";

const deciding: readonly CaseEventType[] = ["APPROVE", "LIST_APPROVED", "SELECTED"];

/** Writes down what a decision obliges the firm to; where the decision falls, so do its obligations. */
export async function keepObligations(
  deps: Deps,
  { row, config, decision, advance }: Advanced,
  falls: boolean,
): Promise<void> {
  if (!row.item.conditionsAfter) return;
  const now = deps.clock.now();
  if (falls) return dropObligations(deps.tx, row.id, now);
  if (!deciding.includes(advance.event.type) || decision.to === "ranking" || decision.to === decision.from) return;
  const { frozen } = await latestSubmission(deps.tx, row.id);
  await addObligations(
    deps.tx,
    obligationsOf(row.item, frozen.facts, shanghaiDay(now)).map((each) => ({
      ...each,
      id: deps.random.uuid(),
      applicationId: row.id,
      departmentId: config.leadDepartmentId,
      regionCode: config.regionCode,
      openedAt: now,
    })),
  );
}
