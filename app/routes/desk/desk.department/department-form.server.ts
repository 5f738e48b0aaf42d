import type { UserActor } from "~/access/actor";
import { subjects } from "~/contexts.server";
import { closeAbsence, noteAbsence } from "~/features/work/use-cases/absences.server";
import { assignWork } from "~/features/work/use-cases/assign-work.server";
import { answerRepair } from "~/features/redemption/use-cases/repair-credit.server";
import { readDate } from "~/kernel/reading/read-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import type { FormAnswer } from "~/ui/form";
import { stepOf } from "~/kernel/step-of";

/**
 * What a head sent; the answer of a form that won't do. @throws Refusal `request.failed` (400) for an unknown step, and
 * those of the steps
 */
export function handleDepartmentForm(
  deps: Deps & { actor: UserActor },
  values: Readonly<Record<string, string>>,
): Promise<FormAnswer | void> {
  const typed = (name: string) => values[name] ?? "";
  const id = typed("id");
  const known = (step: () => Promise<void>) => () => {
    if (!isUuid(id)) throw new Refusal("request.not-found", 404);
    return step();
  };
  const steps: Record<string, () => Promise<FormAnswer | void>> = {
    absence: () => absence(deps, values),
    assign: known(() => assignWork({ ...deps, subjects }, { taskId: id, assigneeId: typed("assigneeId") || null })),
    endAbsence: known(() => closeAbsence(deps, id)),
    grant: known(() => answerRepair(deps, { id, granted: true, answer: typed("answer") })),
    refuse: known(() => answerRepair(deps, { id, granted: false, answer: typed("answer") })),
  };
  return stepOf(steps, typed("intent"))();
}

async function absence(
  deps: Deps & { actor: UserActor },
  values: Readonly<Record<string, string>>,
): Promise<FormAnswer | void> {
  const { userId = "", deputyId = "" } = values;
  const [fromDay, toDay] = [readDate(values["fromDay"] ?? ""), readDate(values["toDay"] ?? "")];
  if (fromDay.ok && toDay.ok)
    return noteAbsence(deps, { userId, deputyId, fromDay: fromDay.value, toDay: toDay.value });
  return {
    errors: {
      ...(fromDay.ok ? {} : { fromDay: fromDay.problem }),
      ...(toDay.ok ? {} : { toDay: toDay.problem }),
    },
    values,
  };
}
