import type { Language } from "~/features/policies/domain/value-words";
import { natureOf } from "~/features/matching/domain/amount/amount-nature";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { shanghaiDay } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { assess } from "../domain/assess";
import type { Cut, Impact } from "../domain/impact";
import type { Dimension } from "../domain/register";
import { askSandbox } from "./ask-sandbox.server";
import { redemptionOf, type Draft } from "./draft-state.server";
import { lintRecords } from "./lint-records.server";

type Context = Pick<AppContext, "sandbox" | "clock" | "catalogue">;
export type Shown = Pick<Draft, "content" | "documentId" | "redemption" | "explained">;
export type LabelledCut = Cut & { label: string };

/**
 * What the page says of a draft while it is being written: problems, findings, words, and its effect on the register.
 * `away` says why there is no effect to be shown for now. Writes nothing.
 */
export async function previewDraft(context: Context, draft: Shown, language: Language) {
  const { catalogue, clock } = context;
  const today = shanghaiDay(clock.now());
  const canRun = factsOfItem(draft.content).every((fact) => catalogue.registry.facts.has(fact));
  const { answer: impact, away } = canRun
    ? await askSandbox(context, { topic: "impact", item: draft.content })
    : { answer: null, away: null };
  return {
    assessment: assess(draft, { catalogue: catalogue.registry, records: lintRecords(), today, language }),
    impact: impact && { ...impact, cuts: labelled(context, impact, language), nature: natureOf(draft.content) },
    away,
    redemption: redemptionOf(draft, catalogue),
  };
}
export type Preview = Awaited<ReturnType<typeof previewDraft>>;

function labelled({ catalogue }: Context, { cuts }: Impact, language: Language): Record<Dimension, LabelledCut[]> {
  const { regions, industries } = catalogue.registry;
  const sections = (key: string) => {
    const section = industries.get(key);
    return ((language === "en" && section?.en) || section?.name) ?? key;
  };
  const names: Record<Dimension, (key: string) => string> = {
    region: (key) => regions.get(key)?.[language] ?? key,
    industry: sections,
    size: (key) => key,
  };
  const sorted = (dimension: Dimension) =>
    cuts[dimension]
      .map((cut) => ({ ...cut, label: names[dimension](cut.key) }))
      .sort((a, b) => b.eligible - a.eligible || b.nearly - a.nearly);
  return { region: sorted("region"), industry: sorted("industry"), size: sorted("size") };
}
