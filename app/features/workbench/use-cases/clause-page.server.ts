import { leafInWords } from "~/features/policies/domain/condition-words";
import type { Language } from "~/features/policies/domain/value-words";
import { amountLines, type AmountLine } from "~/features/policies/domain/amount-words";
import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { leavesOf } from "~/features/policies/domain/walk-conditions";
import type { AppContext } from "~/platform/context.server";
import { canTake } from "../domain/drafting/apply-proposals";
import { markText } from "../domain/drafting/marked-text";
import type { Proposal } from "../domain/drafting/proposal";
import { draftHead } from "./draft-page.server";
import { readDraft } from "./draft-state.server";
import { draftKept } from "./drafting-context.server";

/** A proposal as a page shows it. */
export type ShownProposal = {
  id: string;
  kind: Proposal["what"]["kind"];
  lines: string[];
  amount: AmountLine[] | null;
  words: string;
  others: string[];
  canTake: boolean;
  by: Proposal["by"];
};

/** The clause of a draft with what is proposed for it, its open points, and the item's own words. @throws Refusal `workbench.not-found` (404) */
export async function readClausePage(
  { prisma, catalogue }: Pick<AppContext, "prisma" | "catalogue">,
  id: string,
  language: Language,
) {
  const draft = await readDraft({ tx: prisma }, id);
  const { clause, points, content } = draft;
  const drafting = clause && draftKept(clause, catalogue.registry);
  const shown = (proposal: Proposal) => show(proposal, drafting?.text ?? "", catalogue.registry, language);
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

function show(
  { id, what, spans, others, by }: Proposal,
  text: string,
  registry: Catalogue,
  language: Language,
): ShownProposal {
  return {
    id,
    kind: what.kind,
    lines: linesOf(what, registry, language),
    amount: what.kind === "amount" ? amountLines(what.amount, { facts: registry.facts, language }) : null,
    words: spans.map(({ start, end }) => text.slice(start, end)).join("…"),
    others: others.flatMap((name) => registry.facts.get(name)?.[language] ?? []),
    canTake: canTake({ what }),
    by,
  };
}

function linesOf(what: Proposal["what"], registry: Catalogue, language: Language): string[] {
  switch (what.kind) {
    case "condition":
      return conditionLines(what.condition, registry, language);
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

function conditionLines(condition: Condition, registry: Catalogue, language: Language): string[] {
  const names = {
    region: (code: string) => regionName(registry.regions, code, language),
    industry: (code: string) => registry.industries.get(code)?.name ?? null,
  };
  const isDenied = "not" in condition;
  return leavesOf(condition).flatMap(({ node }) => {
    const fact = registry.facts.get(node.fact);
    return fact ? [leafInWords({ ...node, negated: isDenied }, fact, language, names)] : [];
  });
}
