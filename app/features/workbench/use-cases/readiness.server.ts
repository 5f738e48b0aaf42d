import { lockCurrentVersion } from "~/features/policies/use-cases/publish-version.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { assess } from "../domain/assess";
import type { Readiness } from "../domain/draft";
import { openCount } from "../domain/drafting/open-points";
import { hashOf, type Draft } from "./draft-state.server";
import { lintRecords } from "./lint-records.server";

/** What stands between a draft and its publication, with publishing locked until the transaction ends. */
export async function readinessOf(deps: Pick<Deps, "tx" | "clock" | "catalogue">, draft: Draft): Promise<Readiness> {
  const today = shanghaiDay(deps.clock.now());
  const { problems, findings } = assess(draft, {
    catalogue: deps.catalogue.registry,
    records: lintRecords(),
    today,
    language: "zh",
  });
  return {
    problems: problems.length,
    findings: findings.filter(({ why }) => why === null).length,
    openPoints: openCount(draft.points),
    contentHash: hashOf(draft, deps.catalogue),
    review: draft.competition,
    backtest: draft.backtest,
    baseVersionId: draft.baseVersionId,
    currentVersionId: await lockCurrentVersion(deps, draft.itemId),
    publishOn: draft.publishOn,
    endsOn: draft.endsOn,
    today,
  };
}
