import { shanghaiDay } from "~/kernel/plain-date";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import type { Deps } from "~/platform/context.server";
import { addObligations, dropObligations } from "../adapters/obligation.repository.server";
import { latestSubmission } from "../adapters/submission.repository.server";
import type { Consequences } from "../domain/consequences";
import { obligationsOf } from "../domain/obligation";
import type { Advanced } from "./advance-case.server";

/** Writes down what a decision obliges the firm to; where the decision falls, so do its obligations. */
export async function keepObligations(
  deps: Deps,
  { row, config }: Pick<Advanced, "row" | "config">,
  obligations: Consequences["obligations"],
): Promise<void> {
  if (!row.item.conditionsAfter || obligations === null) return;
  const now = deps.clock.now();
  if (obligations === "dropped")
    return closeWorkOn(deps, "obligation", await dropObligations(deps.tx, row.id, now), obligations);
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
