import { bindingCheck, engineName, engineVersion } from "~/features/matching/use-cases/check-binding.server";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { contentHash } from "~/platform/content-hash.server";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addRuleCheck } from "../adapters/rule-check.repository.server";

export type EligibilityInput = {
  applicationId: string;
  itemVersionId: string;
  item: PolicyItem;
  facts: Facts;
  /** which handing-in the facts are of, from 1 */
  submission: number;
  moment: "submit" | "approve" | "verify";
  amountFen: bigint | null;
};

/**
 * The binding check by json-rules-engine on the pinned item and frozen facts, stored with the case.
 * @throws Refusal `applications.not-eligible` (422), and those of `recordCheck`
 */
export async function checkEligibility(deps: Deps, input: EligibilityInput): Promise<void> {
  const verdict = await recordCheck(deps, input);
  if (verdict === "ineligible") throw new Refusal("applications.not-eligible", 422);
}

/**
 * The same check, whatever comes of it.
 * @throws Refusal `applications.facts-missing` (422); `applications.engine-disagrees` (409) when the engine and our evaluator
 *   do not say the same, which stops the case
 */
export async function recordCheck(deps: Deps, input: EligibilityInput): Promise<"eligible" | "ineligible"> {
  const today = shanghaiDay(deps.clock.now());
  const fast = evaluateCondition(input.item.conditions, input.facts, today);
  const binding = await bindingCheck(input.item, input.facts, today);
  if (fast === "unknown") throw new Refusal("applications.facts-missing", 422);
  if (binding.result !== (fast === "eligible")) throw new Refusal("applications.engine-disagrees");
  await addRuleCheck(deps.tx, {
    id: deps.random.uuid(),
    applicationId: input.applicationId,
    submission: input.submission,
    moment: input.moment,
    engine: engineName,
    engineVersion,
    itemVersionId: input.itemVersionId,
    factsHash: contentHash(input.facts),
    result: binding.result,
    fastVerdict: fast,
    trace: JSON.parse(canonicalJson(binding)) as Prisma.InputJsonValue,
    amountFen: input.amountFen,
    at: deps.clock.now(),
  });
  return fast;
}
