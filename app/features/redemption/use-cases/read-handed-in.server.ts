import { sumInWords, type SumLine } from "~/features/matching/domain/amount/sum-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Deps } from "~/platform/context.server";
import { submissionsOf } from "../adapters/submission.repository.server";
import { correctionsShown, type ShownCorrection } from "../domain/changes-view";
import { correctionOf, isAnswered } from "../domain/correction-points";

type Case = { id: string; item: PolicyItem; corrections: readonly Parameters<typeof correctionOf>[0][] };

/** How the sum of a case comes about as it was handed in last, and what each correction asked for and changed. */
export async function readHandedIn(
  deps: Pick<Deps, "tx" | "catalogue">,
  { id, item, corrections }: Case,
  language: "zh" | "en",
): Promise<{ computation: SumLine[]; corrections: ShownCorrection[] }> {
  const { registry } = deps.catalogue;
  const submissions = await submissionsOf(deps.tx, id);
  const frozen = submissions.at(-1)?.frozen;
  return {
    computation: frozen ? sumInWords(item, frozen.facts, frozen.received ?? [], registry, language) : [],
    corrections: correctionsShown(submissions, corrections.filter(isAnswered).map(correctionOf), {
      item,
      registry,
      language,
    }),
  };
}
