import type { TermKeepers } from "~/features/calendar/use-cases/term-keepers.server";
import { urgedTerms } from "~/features/treasury/use-cases/urged-terms.server";
import { workOf } from "~/features/redemption/domain/acting-on";
import { caseTerms, holdCases } from "~/features/redemption/use-cases/case-terms.server";
import { troubleTerms } from "~/features/work/use-cases/trouble-terms.server";
import type { Handing } from "~/features/identity/use-cases/change-official.server";
import { handOver as handOverWork } from "~/features/work/use-cases/hand-over.server";
import { troubleWork } from "~/features/work/use-cases/trouble-work.server";
import { documentWork } from "~/features/validity/use-cases/document-work.server";
import type { Expiries } from "~/features/work/use-cases/run-deadlines.server";
import type { SubjectKeepers } from "~/features/work/use-cases/subject-keepers.server";
import { caseExpiry, caseWork } from "~/features/redemption/use-cases/case-work.server";
import { conditionWork } from "~/features/redemption/use-cases/condition-work.server";
import { obligationWork } from "~/features/redemption/use-cases/obligation-work.server";
import { selectionWork } from "~/features/redemption/use-cases/selection-work.server";

/** Whose terms a change of the calendar moves. */
export const terms: TermKeepers = { keepers: [caseTerms, urgedTerms, troubleTerms], hold: holdCases, workOf };

/** What waits, by whose it is. */
export const subjects: SubjectKeepers = {
  trouble: troubleWork,
  application: caseWork,
  obligation: obligationWork,
  condition: conditionWork,
  selection: selectionWork,
  document: documentWork,
};

/** Takes the work out of a leaver's hands. */
export const handOver: Handing["handOver"] = (deps, leaver, successorId) =>
  handOverWork({ ...deps, subjects }, leaver, successorId);

/** Whose terms come by themselves. */
export const expiries: Expiries = { application: caseExpiry };
