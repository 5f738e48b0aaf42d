import { z } from "zod";
import { conditionSchema } from "~/features/policies/domain/condition-schema";
import { amountSchema } from "~/features/policies/domain/amount-schema";
import { amountFacts, leavesOf } from "~/features/policies/domain/walk-conditions";
import type { FactIndex } from "./fact-index";
import { readFigures, type Figure } from "./figures";
import type { Proposal, Proposed } from "./proposal";
import { withoutSpaces } from "./spaces";
import { evenWidth, type Span } from "./span";
import { indexPairs, merge, shareIn, type PairIndex } from "./word-pairs";

const words = z.array(z.string().min(1)).min(1);
const answerSchema = z.object({
  proposals: z
    .array(
      z.union([
        z.object({ kind: z.literal("condition"), condition: conditionSchema, words }),
        z.object({ kind: z.literal("amount"), amount: amountSchema, words }),
      ]),
    )
    .max(40),
});

export type ModelAnswer = z.infer<typeof answerSchema>;

/** What a model answered, if it is in shape; null else. */
export function readModelAnswer(json: unknown): ModelAnswer | null {
  const checked = answerSchema.safeParse(json);
  return checked.success ? checked.data : null;
}

/**
 * Proposals of a model that hold by the drafter's own rules: their words stand in the text as they are, and no figure, title, fact or
 * date is in them that stands in no word of it. The others are thrown away.
 */
export function checkedProposals({ proposals }: ModelAnswer, text: string, index: FactIndex): Proposal[] {
  const { text: closed } = withoutSpaces(text);
  const said = { figures: readFigures(closed), plain: evenWidth(closed), pairs: indexPairs(closed), index };
  return proposals.flatMap((each, at) => {
    const spans = each.words.map((word) => placeOf(text, word));
    const what: Proposed =
      each.kind === "amount"
        ? { kind: "amount", amount: each.amount }
        : { kind: "condition", condition: each.condition };
    if (spans.includes(null) || !holds(what, said)) return [];
    return [{ id: `m${at + 1}`, what, spans: merge(spans as Span[]), others: [], by: "model" as const }];
  });
}

function placeOf(text: string, word: string): Span | null {
  const start = text.indexOf(word);
  return start < 0 ? null : { start, end: start + word.length };
}

type Said = { figures: readonly Figure[]; plain: string; pairs: PairIndex; index: FactIndex };

function holds(what: Proposed, said: Said): boolean {
  if (what.kind === "amount") {
    const isKnown = amountFacts(what.amount).every(({ node }) => said.index.byName.has(node));
    return isKnown && numbersOf(what.amount).every((value) => isSaid(value, said));
  }
  return what.kind === "condition" && leavesOf(what.condition).every(({ node }) => leafHolds(node, said));
}

function leafHolds({ fact, value }: { fact: string; value: unknown }, said: Said): boolean {
  const known = said.index.byName.get(fact);
  if (!known) return false;
  if (typeof value === "number") return isSaid(value, said);
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return said.figures.some(
      ({ day, kind, value: year }) => day === value || (kind === "year" && value.startsWith(String(year))),
    );
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return /当年|本年|上年|上一年|去年|近[三3]年|新|首次/.test(said.plain);
  return isNamed(known, (Array.isArray(value) ? value : [value]) as unknown[], said);
}

/** A title stands in the text when its fact or the value's own name does, for the greater part. */
function isNamed(
  { names, values }: NonNullable<ReturnType<FactIndex["byName"]["get"]>>,
  wanted: readonly unknown[],
  said: Said,
): boolean {
  const whole = { start: 0, end: said.plain.length };
  const all = [...names, ...values.filter(({ value }) => wanted.includes(value)).flatMap((each) => each.names)];
  return all.some(({ pairs }) => shareIn(pairs, said.pairs, whole, said.index.weight).share >= 0.66);
}

function isSaid(value: number, { figures, plain }: Said): boolean {
  if (value === 0) return true;
  if (value === 100 && /免|全额|不征|不缴/.test(plain)) return true;
  if (value === 50 && /减半|一半/.test(plain)) return true;
  return figures.some((figure) => figure.value === value || (figure.kind === "span" && figure.value === value * 12));
}

/** All numbers of an amount. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
