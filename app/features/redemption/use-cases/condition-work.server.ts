import type { SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import type { WantedWork } from "~/features/work/use-cases/reconcile-work.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { casesOfInstalments, type InstalmentRow } from "../adapters/instalment.repository.server";
import { confirmedBy } from "../domain/instalment";
import { describedByCase, reviewersList } from "./described-by-case.server";

/** The condition of a later part of a sum, as a thing that waits for a word of the office. */
export const conditionWork: SubjectKeeper = {
  ...reviewersList("/desk/instalments", "instalments"),
  describe: async ({ tx }, ids) => describedByCase(await casesOfInstalments(tx, ids)),
};

/** The work that conditions make of which the office is asked: to confirm or deny them. */
export function workOfConditions(rows: readonly InstalmentRow[]): WantedWork[] {
  return rows.map(({ id: subjectId, dueOn, openedAt, departmentId, regionCode }) => ({
    ...{ subjectId, departmentId, regionCode, stage: "condition" },
    term: { lastDay: confirmedBy(dueOn, shanghaiDay(openedAt)) },
  }));
}
