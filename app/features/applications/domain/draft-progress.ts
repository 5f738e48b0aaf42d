import { progressByGroup } from "~/features/enterprises/domain/profile";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import { isPublished } from "~/features/policies/domain/published";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";

export const sections = ["facts", "materials", "account", "pledge"] as const;
export type Section = (typeof sections)[number];

/**
 * Facts an application asks: what tells its `deed` from others, those of scope `case` the item reads, what the profile
 * still lacks, and what was stated while
 * the draft was open (`statedHere`), so that it can still be corrected here.
 */
export function factsToAsk(
  item: PolicyItem,
  definitions: ReadonlyMap<string, FactDefinition>,
  profile: Facts,
  statedHere: ReadonlySet<string> = new Set(),
  deed: readonly string[] = [],
): FactDefinition[] {
  return [...new Set([...deed, ...factsOfItem(item)])].flatMap((name) => {
    const definition = definitions.get(name);
    if (!definition || isPublished(definition)) return [];
    return definition.scope === "case" || profile[name] === undefined || statedHere.has(name) ? [definition] : [];
  });
}

/** A material of the item: handed in, held by the platform already (免提交), or still to come. */
export type MaterialState = {
  name: string;
  state: "held" | "given" | "missing";
  files: { id: string; fileName: string; sizeBytes: number }[];
};

export function materialStates(
  item: Pick<PolicyItem, "materials">,
  held: ReadonlySet<string>,
  files: readonly { id: string; name: string; fileName: string; sizeBytes: number }[],
): MaterialState[] {
  return item.materials.map((name) => {
    const own = files
      .filter((file) => file.name === name)
      .map(({ id, fileName, sizeBytes }) => ({ id, fileName, sizeBytes }));
    return { name, files: own, state: own.length > 0 ? "given" : held.has(name) ? "held" : "missing" };
  });
}

export type DraftContent = {
  asked: readonly FactDefinition[];
  answers: Facts;
  materials: readonly MaterialState[];
  hasAccount: boolean;
  pledged: boolean;
};

/** How far each part of a draft is, with what is still missing in it. */
export function draftProgress(content: DraftContent): Record<Section, { done: boolean; missing: string[] }> {
  const facts = content.asked
    .filter((definition) => content.answers[definition.name] === undefined)
    .map((definition) => definition.name);
  const materials = content.materials
    .filter((material) => material.state === "missing")
    .map((material) => material.name);
  return {
    facts: { done: facts.length === 0, missing: facts },
    materials: { done: materials.length === 0, missing: materials },
    account: { done: content.hasAccount, missing: content.hasAccount ? [] : ["account"] },
    pledge: { done: content.pledged, missing: content.pledged ? [] : ["pledge"] },
  };
}

/** How many of the facts that an item asks the profile of a firm answers; what the firm's kind settles isn't counted. */
export function prefilledCount(
  item: PolicyItem,
  definitions: ReadonlyMap<string, FactDefinition>,
  known: Facts,
): number {
  const own = new Map(
    factsOfItem(item).flatMap((name) => {
      const definition = definitions.get(name);
      return definition ? [[name, definition] as const] : [];
    }),
  );
  return progressByGroup(own, known).reduce((sum, group) => sum + group.known, 0);
}
