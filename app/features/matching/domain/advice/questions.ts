import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import type { AmountResult } from "../amount/amount";
import type { SlotValues } from "../evaluate/fact-slots";
import { kleene, type RuleTest } from "../evaluate/kleene";
import type { MissingFacts } from "../evaluate/missing-facts";
import type { RuleNode } from "../evaluate/rule";
import { classesOfRule, type FactClasses } from "../evaluate/value-classes";

/** An item that can't be told yet, with the sum at stake in fen. */
export type OpenItem = { rule: RuleNode; test: RuleTest; missing: MissingFacts; stake: Fen };

/** A question worth asking. */
export type Question = {
  fact: string;
  /** Sum in fen whose items the answer is expected to settle, for or against; only for ordering and for saying why we ask. */
  expectedFen: number;
  /** Open items that hang on the answer, among others. */
  items: number;
};

/** 500,000 yuan, the median of the catalogue's fixed sums; stands for sums without any bound. */
const usualStake: Fen = 50_000_000n;

/** What is at stake with an item whose sum may not be known: the sum, else its ceiling, else a usual sum. */
export function stakeOf(amount: Pick<AmountResult, "fen" | "mostFen">): Fen {
  return amount.fen ?? amount.mostFen ?? usualStake;
}

/**
 * The questions still open, the one that settles the most money first. An answer's chances are even over the ways the
 * item's own conditions on the fact can come out (over the members, for enumerations).
 */
export function rankQuestions(
  open: readonly OpenItem[],
  values: SlotValues,
  today: PlainDate,
  definitions: ReadonlyMap<string, FactDefinition>,
): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const item of open) {
    const classes = classesOfRule(item.rule, definitions, today);
    const facts = item.missing(values, today);
    for (const fact of facts) {
      const known = questions.get(fact) ?? { fact, expectedFen: 0, items: 0 };
      const chance = settlingChance(item.test, classes.get(fact), values, today, definitions.get(fact));
      // an answer that settles nothing by itself still brings the end nearer
      const share = chance + (1 - chance) / (2 * facts.length);
      questions.set(fact, {
        fact,
        expectedFen: known.expectedFen + Number(item.stake) * share,
        items: known.items + 1,
      });
    }
  }
  return [...questions.values()].sort(
    (left, right) => right.expectedFen - left.expectedFen || right.items - left.items,
  );
}

/**
 * The ranked questions as they are put: a fact that is worked out is asked for by its inputs, what may not be asked is left
 * out, and what is asked for by several ranks by their sum.
 */
export function asPut(
  ranked: readonly Question[],
  inputsOf: (fact: string) => readonly string[],
  mayAsk: (fact: string) => boolean,
): readonly Question[] {
  const put = new Map<string, Question>();
  for (const question of ranked) {
    for (const fact of inputsOf(question.fact).filter(mayAsk)) {
      const known = put.get(fact);
      put.set(fact, {
        fact,
        expectedFen: (known?.expectedFen ?? 0) + question.expectedFen,
        items: Math.max(known?.items ?? 0, question.items),
      });
    }
  }
  return [...put.values()].sort((left, right) => right.expectedFen - left.expectedFen || right.items - left.items);
}

function settlingChance(
  test: RuleTest,
  classes: FactClasses | undefined,
  values: SlotValues,
  today: PlainDate,
  definition: FactDefinition | undefined,
): number {
  if (!classes) return 0;
  const answered = [...values];
  const weighed = classes.classes.map(({ samples }) => {
    answered[classes.slot] = samples[0];
    return {
      weight: definition?.type === "enum" ? samples.length : 1,
      isSettled: test(answered, today) !== kleene.unknown,
    };
  });
  const all = weighed.reduce((sum, entry) => sum + entry.weight, 0);
  return all === 0 ? 0 : weighed.reduce((sum, entry) => sum + (entry.isSettled ? entry.weight : 0), 0) / all;
}
