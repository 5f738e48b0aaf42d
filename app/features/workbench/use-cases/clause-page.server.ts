import type { ExplanationView } from "~/features/matching/domain/explain/explanation-view";
import type { Language } from "~/features/policies/domain/value-words";
import { amountLines, type AmountLine } from "~/features/policies/domain/amount-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { canTake } from "../domain/drafting/apply-proposals";
import { markText } from "../domain/drafting/marked-text";
import type { Proposal } from "../domain/drafting/proposal";
import { ruleInWords } from "../domain/rule-words";
import { draftHead } from "./draft-page.server";
import { readDraft } from "./draft-state.server";
import { draftKept } from "./drafting-context.server";

/** A proposal as a page shows it. */
export type ShownProposal = {
  id: string;
  kind: Proposal["what"]["kind"];
  lines: string[];
  rule: ExplanationView | null;
  amount: AmountLine[] | null;
  words: string;
  others: string[];
  canTake: boolean;
  by: Proposal["by"];
};

/**
 * The clause of a draft with what is proposed for it, its open points, and the item's own words. @throws Refusal
 * `workbench.not-found` (404)
 */
export async function readClausePage(
  { prisma, catalogue, clock }: Pick<AppContext, "prisma" | "catalogue" | "clock">,
  id: string,
  language: Language,
) {
  const draft = await readDraft({ tx: prisma }, id);
  const { clause, points, content } = draft;
  const drafting = clause && draftKept(clause, catalogue.registry);
  const around = { catalogue: catalogue.registry, today: shanghaiDay(clock.now()), language };
  const shown = (proposal: Proposal) => show(proposal, drafting?.text ?? "", around);
  return {
    ...draftHead(draft),
    typed: clause?.clauses.map(({ text }) => text).join("\n") ?? "",
    own: [content.title, content.summary, content.notes ?? ""].filter((text) => text !== "").join("\n"),
    drafted: drafting && {
      stretches: markText(drafting.text, drafting.proposals, drafting.unplaced),
      proposals: drafting.proposals.map(shown),
    },
    model: clause?.model ? (clause.model.trouble ?? "asked") : null,
    points,
  };
}

type Around = { catalogue: Catalogue; today: PlainDate; language: Language };

function show({ id, what, spans, others, by }: Proposal, text: string, around: Around): ShownProposal {
  const { catalogue, language } = around;
  return {
    id,
    kind: what.kind,
    lines: linesOf(what),
    rule: what.kind === "condition" ? ruleInWords(what.condition, around) : null,
    amount: what.kind === "amount" ? amountLines(what.amount, { facts: catalogue.facts, language }) : null,
    words: spans.map(({ start, end }) => text.slice(start, end)).join("…"),
    others: others.flatMap((name) => catalogue.facts.get(name)?.[language] ?? []),
    canTake: canTake({ what }),
    by,
  };
}

function linesOf(what: Proposal["what"]): string[] {
  switch (what.kind) {
    case "window":
      return [[what.opens, what.closes].map((day) => day ?? "…").join(" — ")];
    case "term":
      return [[what.from, what.to].map((day) => day ?? "…").join(" — ")];
    case "materials":
      return what.materials;
    case "department":
      return [what.name];
    case "group":
      return [what.words];
    default:
      return [];
  }
}
