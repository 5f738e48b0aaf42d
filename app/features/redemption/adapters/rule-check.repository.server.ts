import type { Prisma } from "~/generated/prisma/client";
import { atEnd } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { insertion } from "~/platform/write-rows.server";

/** Keeps the run of a rule beside the case it was for. */
export function addRuleCheck(tx: Tx, row: Prisma.RuleCheckCreateManyInput & { id: string }): Promise<void> {
  return atEnd(tx, "ruleCheck", { order: "", row }, (waiting) =>
    insertion(
      "RuleCheck",
      waiting.map((each) => each.row),
    ),
  );
}
