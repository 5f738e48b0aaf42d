import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { questionOf } from "~/features/policies/domain/question";
import { establishable } from "../domain/established";
import type { Frozen } from "../domain/submission";
import { sumRoom } from "~/features/matching/domain/amount/sum-room";
import { sumInWords } from "~/features/matching/domain/amount/sum-words";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Fen } from "~/kernel/money";

/** What may be set right in a case, each with the figure as it stands. */
export function questionsOf(item: PolicyItem, { facts }: Frozen, registry: Catalogue, language: "zh" | "en") {
  const names = codeNames(registry, language);
  return establishable(item, facts, registry.facts).map((definition) => ({
    ...questionOf(definition),
    stands: factInWords(facts[definition.name], definition, language, names),
  }));
}

/** How the sum comes about, and what room the text leaves. */
export function sumShown(
  item: PolicyItem,
  { facts, received = [] }: Frozen,
  claimedFen: Fen | null,
  { registry, language }: { registry: Catalogue; language: "zh" | "en" },
) {
  return {
    computation: sumInWords(item, facts, received, registry, language),
    room: sumRoom(item, facts, received, claimedFen),
  };
}

/** Materials without a file: the platform holds them, or, in the fast-track, the firm committed to them. */
export function notUploaded(
  { workflow }: RedemptionConfig,
  { materials }: PolicyItem,
  uploaded: readonly { name: string }[],
): { held: string[]; committed: string[] } {
  if (workflow === "fastTrack") return { held: [], committed: materials };
  return { held: materials.filter((name) => !uploaded.some((material) => material.name === name)), committed: [] };
}
