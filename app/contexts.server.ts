import type { TermKeepers } from "~/features/calendar/use-cases/term-keepers.server";
import { urgedTerms } from "~/features/treasury/use-cases/urged-terms.server";
import { workOf } from "~/features/redemption/domain/acting-on";
import { caseTerms, holdCases } from "~/features/redemption/use-cases/case-terms.server";
import { troubleTerms } from "~/features/troubles/use-cases/trouble-terms.server";

/** Whose terms a change of the calendar moves. */
export const terms: TermKeepers = { keepers: [caseTerms, urgedTerms, troubleTerms], hold: holdCases, workOf };
