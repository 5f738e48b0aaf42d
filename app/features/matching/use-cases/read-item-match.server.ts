import { isPublished } from "~/features/policies/domain/published";
import { departmentName } from "~/features/policies/domain/department-name";
import { itemName, itemWords } from "~/features/policies/domain/item-name";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { readReceived } from "~/features/claims/use-cases/read-received.server";
import { amountLines } from "~/features/policies/domain/amount-words";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import { holds, stateOn } from "~/features/policies/domain/validity";
import { questionOf } from "~/features/policies/domain/question";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { noteReach } from "../adapters/match.repository.server";
import { natureOf } from "../domain/amount/amount-nature";
import { adviceOn } from "../domain/advice/advice";
import { amountOf } from "../domain/amount/amount";
import { traceLines } from "../domain/amount/amount-trace";
import { changeViews } from "../domain/advice/change-view";
import { evaluateCondition } from "../domain/evaluate/evaluate";
import { slotValues } from "../domain/evaluate/fact-slots";
import type { Received } from "~/features/claims/domain/received";
import type { Language } from "~/features/policies/domain/value-words";
import { compiledCatalogue } from "./compiled-catalogue.server";
import { explainItem } from "./explain-item.server";

/** What is not in force has no sum. */
const noSum = { fen: null, trace: [], missing: [] };

/**
 * One item for one firm: verdict, every condition with the firm's figure, the sum and how it comes about. Looking is
 * noted once, for the funnel.
 * @throws Refusal `policies.not-found` (404)
 */
export async function readItemMatch(deps: Deps, enterpriseId: string, itemId: string, language: Language) {
  const published = deps.catalogue.byId.get(itemId);
  if (!published) throw new Refusal("policies.not-found", 404);
  const { item } = published;
  const [{ enterprise, facts }, received] = [
    await readProfile(deps, enterpriseId),
    await readReceived(deps, enterpriseId),
  ];
  const today = shanghaiDay(deps.clock.now());
  const { registry } = deps.catalogue;
  const state = stateOn(item, today);
  const sum = holds(state) ? amountOf(item, facts, received) : noSum;
  await noteReach(deps.tx, [{ enterpriseId, itemId }], "viewed", deps.clock.now());
  return {
    item: { id: item.id, title: itemName(item), summary: itemWords(item) },
    state,
    department: departmentName(registry, item)[language],
    isApplyFree: item.mode === "免申即享",
    verdict: evaluateCondition(item.conditions, facts, today),
    offered: isOffered(item, today) && isForRegion(item, regionChain(registry.regions, enterprise.regionCode)),
    nature: natureOf(item),
    explanation: explainItem(deps.catalogue, itemId, facts, today, language),
    advice: adviceFor(deps, itemId, facts, received, language),
    rule: amountLines(item.amount, { facts: registry.facts, language }),
    sum: { fen: sum.fen, trace: traceLines(sum.trace) },
    questions: questionsOf(deps, [...unknownFacts(item, facts), ...sum.missing]),
    sumQuestions: questionsOf(deps, sum.missing),
  };
}

/** The fewest changes that would make the item due; null where it is due, or only answers are missing. */
function adviceFor({ catalogue, clock }: Deps, itemId: string, facts: Facts, received: Received, language: Language) {
  const compiled = compiledCatalogue(catalogue);
  const executable = compiled.byId.get(itemId);
  if (!executable) return null;
  const today = shanghaiDay(clock.now());
  const { how, plans } = adviceOn(
    executable,
    { values: slotValues(facts, compiled.slots), facts, today, received },
    catalogue.registry.facts,
  );
  if (plans.length === 0 || how === "answer") return null;
  return {
    how,
    plans: plans.map((plan) => changeViews(plan, { registry: catalogue.registry, language, facts, today })),
  };
}

function unknownFacts(item: PolicyItem, facts: Facts): string[] {
  return factsOfItem(item).filter((name) => facts[name] === undefined);
}

/** Facts that may be answered on the spot: those of the profile, a derived one by the figures it comes from. */
function questionsOf({ catalogue }: Deps, names: readonly string[]) {
  const definitions = [...new Set(names)].flatMap((name) => catalogue.registry.facts.get(name) ?? []);
  return definitions.filter((definition) => definition.scope !== "case" && !isPublished(definition)).map(questionOf);
}
