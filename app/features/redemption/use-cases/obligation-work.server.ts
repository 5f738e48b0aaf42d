import type { SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import type { WantedWork } from "~/features/work/use-cases/reconcile-work.server";
import type { PlainDate } from "~/kernel/plain-date";
import { casesOfObligations, type ObligationRow } from "../adapters/obligation.repository.server";
import { lookedAtDays } from "../domain/obligation";
import { describedByCase, reviewersList } from "./described-by-case.server";

/** What a firm keeps up after a decision, as a thing that waits once its last day has come. */
export const obligationWork: SubjectKeeper = {
  ...reviewersList("/desk/obligations", "obligations"),
  describe: async ({ tx }, ids) => describedByCase(await casesOfObligations(tx, ids)),
};

/** The work that open obligations make on a day: to say whether they were kept up, once their last day has come. */
export function workOfObligations(rows: readonly ObligationRow[], today: PlainDate): WantedWork[] {
  return rows
    .filter(({ dueOn }) => dueOn <= today)
    .map(({ id: subjectId, departmentId, regionCode }) => ({
      ...{ subjectId, departmentId, regionCode, stage: "obligation" },
      term: { workingDays: lookedAtDays },
    }));
}
