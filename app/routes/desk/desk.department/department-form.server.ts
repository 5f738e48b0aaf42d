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

/** What a head sent; the answer of a form that won't do. @throws Refusal `request.failed` (400) for an unknown step, and those of the steps */
export function handleDepartmentForm(
  deps: Deps & { actor: UserActor },
  values: Readonly<Record<string, string>>,
): Promise<FormAnswer | void> {
  const typed = (name: string) => values[name] ?? "";
  const id = typed("id");
  const intent = typed("intent");
  if (intent === "absence") return absence(deps, values);
  const steps: Record<string, () => Promise<void>> = {
    assign: () => assignWork({ ...deps, subjects }, { taskId: id, assigneeId: typed("assigneeId") || null }),
    endAbsence: () => closeAbsence(deps, id),
    grant: () => answerRepair(deps, { id, granted: true, answer: typed("answer") }),
    refuse: () => answerRepair(deps, { id, granted: false, answer: typed("answer") }),
  };
  const step = Object.hasOwn(steps, intent) ? steps[intent] : undefined;
  if (!step) throw new Refusal("request.failed", 400);
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  return step();
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
