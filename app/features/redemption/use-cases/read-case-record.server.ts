import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { findCaseRecord } from "../adapters/case-record.repository.server";
import { caseFigures, type Frozen } from "../domain/case-figures";
import type { CaseRecord } from "../domain/case-record";
import type { CorrectionPoint } from "../domain/correction-points";
import { disagreementOf } from "../domain/disagreement";
import { failedClauses } from "../domain/failed-clauses";

/**
 * A submitted case as other contexts are told of it, in Chinese words.
 * @throws Refusal `applications.not-found` (404), also for a draft
 */
export async function readCaseRecord(deps: Pick<Deps, "tx" | "catalogue">, id: string): Promise<CaseRecord> {
  const row = await findCaseRecord(deps.tx, id);
  if (!row?.number) throw new Refusal("applications.not-found", 404);
  const {
    number,
    enterprise: firm,
    itemVersion,
    profileSnapshot,
    bankAccount: account,
    pledgedAt,
    corrections,
    failedConditions,
    transitions,
    ...rest
  } = row;
  const item = itemVersion.content as unknown as PolicyItem;
  const frozen = profileSnapshot as unknown as Frozen;
  const { registry } = deps.catalogue;
  return {
    ...rest,
    number,
    firm,
    item,
    account,
    config: itemVersion.redemption as unknown as RedemptionConfig,
    figures: caseFigures(item, frozen, registry, "zh", new Map()),
    failedClauses: failedClauses(item, frozen, registry, failedConditions),
    resolution: disagreementOf(transitions, () => false)?.resolution ?? null,
    pledged: pledgedAt !== null,
    corrections: corrections.map((each) => ({ ...each, points: each.points as CorrectionPoint[] })),
  };
}
