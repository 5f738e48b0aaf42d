import { isPublished } from "~/features/policies/domain/published";
import { deedNames } from "~/features/claims/domain/deed";
import { deriveFacts, derivedFrom } from "~/features/enterprises/domain/derived-facts";
import { readFactInput } from "~/features/policies/domain/fact-input";
import { registrationFacts } from "~/features/enterprises/domain/profile";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { canonicalJson } from "~/kernel/canonical-json";
import type { PlainDate } from "~/kernel/plain-date";
import type { ReviewAction } from "./review-actions";
import type { Frozen } from "./submission";

/** A figure as an official establishes it, and what shows it: a file of the case, or the number of a document. */
export type EstablishedFigure = { fact: string; value: FactValue; evidence: string };

/** Whoever may take one of these steps judges the facts, and may set them right; who approves sends the case back. */
const judging: ReadonlySet<ReviewAction> = new Set<ReviewAction>([
  "PASS_COUNTY",
  "VISITED",
  "RECOMMEND_APPROVAL",
  "CO_AGREE",
  "DECISION_UPHELD",
]);

export function mayEstablish(actions: readonly ReviewAction[]): boolean {
  return actions.some((action) => judging.has(action));
}

/**
 * The facts of an item that can be set right in a case: what it is for, what its conditions and its sum read, and of a figure that the
 * platform works out, what it is worked out from. The register of firms is kept elsewhere.
 */
export function establishable(
  item: PolicyItem,
  facts: Facts,
  definitions: ReadonlyMap<string, FactDefinition>,
): FactDefinition[] {
  const derived = deriveFacts(facts);
  const deed = deedNames.filter((name) => facts[name] !== undefined);
  const read = factsOfItem(item).flatMap((name) => [...(derived[name] ? [] : [name]), ...derivedFrom(name)]);
  const names = [...deed, ...read];
  const kept: readonly string[] = registrationFacts;
  return [...new Set(names)].flatMap((name) => {
    const definition = definitions.get(name);
    return definition &&
      definition.type !== "code" &&
      definition.type !== "list" &&
      !isPublished(definition) &&
      !kept.includes(name)
      ? [definition]
      : [];
  });
}

/** The field that holds what shows a figure. */
export const evidenceField = (fact: string) => `evidence:${fact}`;
const longest = { evidence: 200, reason: 2000 };

type ReadEstablished = { figures: EstablishedFigure[]; reason: string; errors: Record<string, string> };

/** Reads what was typed beside the figures of a case; a field left empty, or with the figure as it stands, changes nothing. */
export function readEstablished(
  asked: readonly FactDefinition[],
  facts: Facts,
  values: Readonly<Record<string, string>>,
  today: PlainDate,
): ReadEstablished {
  const errors: Record<string, string> = {};
  const figures = asked.flatMap((definition): EstablishedFigure[] => {
    const { name: fact } = definition;
    const typed = values[fact]?.trim() ?? "";
    if (typed === "") return [];
    const read = readFactInput(definition, typed, today);
    if (!read.ok) {
      errors[fact] = read.problem;
      return [];
    }
    if (read.value === facts[fact]) return [];
    const evidence = values[evidenceField(fact)]?.trim() ?? "";
    const problem = lengthProblem(evidence, longest.evidence);
    if (problem) errors[evidenceField(fact)] = problem;
    return [{ fact, value: read.value, evidence }];
  });
  const reason = values["reason"]?.trim() ?? "";
  const problem = lengthProblem(reason, longest.reason);
  if (problem) errors["reason"] = problem === "problem.required" ? "problem.reason" : problem;
  return { figures, reason, errors };
}

function lengthProblem(text: string, most: number): "problem.required" | "problem.tooLong" | null {
  if (text === "") return "problem.required";
  return text.length > most ? "problem.tooLong" : null;
}

/** Facts with figures set right by somebody at an instant (ISO text): what follows from them is worked out anew. */
export function withEstablished(
  frozen: Frozen,
  figures: readonly EstablishedFigure[],
  by: { userId: string; at: string },
): Frozen {
  const own = figures.map(({ fact, evidence }) => ({
    fact,
    source: "verified",
    saidBy: by.userId,
    saidAt: by.at,
    evidence,
  }));
  const set = Object.fromEntries(figures.map(({ fact, value }) => [fact, value]));
  return overlaid(frozen, set, own);
}

/** What was handed in anew, with every figure that an official had set right before: a firm doesn't take that back. */
export function keepEstablished<T extends Pick<Frozen, "facts" | "records">>(before: Frozen, anew: T): T {
  const kept = before.records.filter(({ evidence }) => evidence !== undefined);
  const values = kept.flatMap(({ fact }) => {
    const value = before.facts[fact];
    return value === undefined ? [] : [[fact, value] as const];
  });
  return overlaid(anew, Object.fromEntries(values), kept);
}

function overlaid<T extends Pick<Frozen, "facts" | "records">>(
  frozen: T,
  values: Facts,
  records: Frozen["records"],
): T {
  const all = [...frozen.records, ...records];
  const facts = { ...frozen.facts, ...values };
  const verified = new Set(all.filter(({ source }) => source === "verified").map(({ fact }) => fact));
  return { ...frozen, records: all, facts: rederived(frozen.facts, facts, verified) };
}

/** What is worked out follows the figures it is worked out from, but where it was verified itself. */
function rederived(before: Facts, after: Facts, verified: ReadonlySet<string>): Facts {
  const [old, now] = [deriveFacts(before), deriveFacts(after)];
  const facts = { ...after };
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (verified.has(name) || canonicalJson(old[name]?.value ?? null) === canonicalJson(now[name]?.value ?? null))
      continue;
    const { value } = now[name] ?? {};
    if (value === undefined) delete facts[name];
    else facts[name] = value;
  }
  return facts;
}
