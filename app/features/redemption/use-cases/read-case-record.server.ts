import { sumInWords } from "~/features/matching/domain/amount/sum-words";
import { readAnnounced } from "~/features/calendar/use-cases/read-calendar.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { findCaseRecord } from "../adapters/case-record.repository.server";
import { submissionOf } from "../adapters/submission.repository.server";
import { establishedInWords } from "../domain/changes-view";
import { caseFigures } from "../domain/case-figures";
import type { CaseRecord } from "../domain/case-record";
import type { CorrectionPoint } from "../domain/correction-points";
import { disagreementOf } from "../domain/disagreement";
import { failedClauses } from "../domain/failed-clauses";
import { submissionAt } from "../domain/submission";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";

/**
 * A submitted case as other contexts are told of it, in Chinese words, with what was handed in by `at`; left out: last.
 * @throws Refusal `applications.not-found` (404), also for a draft
 */
export async function readCaseRecord(deps: Pick<Deps, "tx" | "catalogue">, id: string, at?: Date): Promise<CaseRecord> {
  const row = await findCaseRecord(deps.tx, id);
  const handedIn = row?.submissions.map(submissionOf) ?? [];
  const current = (at && submissionAt(handedIn, at)) ?? handedIn.at(at ? 0 : -1);
  if (!row?.number || !current) throw new Refusal("applications.not-found", 404);
  const {
    number,
    enterprise: firm,
    itemVersion,
    bankAccount: account,
    submissions: _,
    corrections,
    payments,
    failedConditions,
    transitions,
    ...rest
  } = row;
  const item = readItem(itemVersion.content);
  const { frozen, byId: __, reason: ___, ...submission } = current;
  const { registry } = deps.catalogue;
  return {
    ...rest,
    number,
    firm,
    item,
    account,
    announced: (await readAnnounced(deps)).map(({ year }) => year),
    config: readConfig(itemVersion.redemption),
    figures: caseFigures(item, frozen, registry, "zh", new Map()),
    failedClauses: failedClauses(item, frozen, registry, failedConditions),
    resolution: disagreementOf(transitions, () => false)?.resolution ?? null,
    submission,
    established: establishedInWords(
      handedIn.filter(({ seq }) => seq <= submission.seq),
      { item, registry, language: "zh" },
    ),
    computation: sumInWords(item, frozen.facts, frozen.received ?? [], registry, "zh"),
    payments: payments.map(({ bankAccount, ...payment }) => ({ ...payment, account: bankAccount })),
    corrections: corrections.map((each) => ({ ...each, points: each.points as CorrectionPoint[] })),
  };
}
