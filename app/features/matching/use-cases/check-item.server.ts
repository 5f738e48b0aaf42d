import { deriveFacts } from "~/features/enterprises/domain/derived-facts";
import { withSettled } from "~/features/policies/domain/concern";
import { places } from "~/features/policies/domain/places";
import { questionOf } from "~/features/policies/domain/question";
import { readQuickFacts } from "~/features/policies/domain/quick-facts";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { isInForce } from "~/features/policies/domain/validity";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import type { PlainDate } from "~/kernel/plain-date";
import { amountOf } from "../domain/amount/amount";
import { natureOf } from "../domain/amount/amount-nature";
import { traceLines } from "../domain/amount/amount-trace";
import { evaluateCondition } from "../domain/evaluate/evaluate";
import { baseOfRatio } from "../domain/explain/gap-yuan";
import { nothingReceived } from "~/features/claims/domain/received";
import type { Language } from "~/features/policies/domain/value-words";
import { explainItem } from "./explain-item.server";

/** What one item asks, and what it says to a hypothetical firm described in an address; `result` null as long as nothing was said. */
export function checkItem(
  catalogue: PublishedCatalogue,
  item: PolicyItem,
  parameters: URLSearchParams,
  today: PlainDate,
  language: Language,
) {
  const { registry } = catalogue;
  const names = factsOfItem(item);
  const asked = [...new Set([...names, ...names.flatMap((name) => baseOfRatio(name) ?? [])])];
  const facts = asked.flatMap((name) => registry.facts.get(name) ?? []).map(questionOf);
  const said = Object.fromEntries([...parameters].filter(([name]) => asked.includes(name)));
  const isSaid = Object.values(said).some((text) => text !== "");
  return {
    facts,
    said,
    places: names.includes("region") ? places(registry) : [],
    zones: registry.zones.map(({ park, zh, en }) => ({ park, zh, en })),
    result: isSaid
      ? resultFor(catalogue, item, readQuickFacts(new URLSearchParams(said), registry, today), today, language)
      : null,
  };
}

function resultFor(
  catalogue: PublishedCatalogue,
  item: PolicyItem,
  stated: Facts,
  today: PlainDate,
  language: Language,
) {
  const derived = Object.entries(deriveFacts(stated)).map(([fact, { value }]) => [fact, value] as const);
  const facts = withSettled({ ...Object.fromEntries(derived), ...stated }, catalogue.registry.facts, today);
  const isCounted = isInForce(item, today);
  const sum = amountOf(item, facts, nothingReceived);
  return {
    verdict: evaluateCondition(item.conditions, facts, today),
    explanation: explainItem(catalogue, item.id, facts, today, language),
    nature: natureOf(item),
    isCounted,
    fen: isCounted ? sum.fen : null,
    trace: isCounted ? traceLines(sum.trace) : [],
  };
}
