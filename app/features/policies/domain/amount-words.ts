import { fenFromYuan, sayYuan } from "~/kernel/money";
import type { Amount, AmountPart, FactDefinition } from "./policy-item";

/** A line of the payment rule: a key of `policies:amount` with its values, and how deep it stands. */
export type AmountLine = { key: string; values: Record<string, string | number>; depth: number };

type Words = { facts: ReadonlyMap<string, FactDefinition>; language: "zh" | "en" };

/** A payment rule in words, line by line; made from the rule itself. */
export function amountLines(amount: Amount, words: Words): AmountLine[] {
  return [...lines(amount, words, 0), ...capLine(amount, words, 0)];
}

function lines(amount: Amount | AmountPart, words: Words, depth: number): AmountLine[] {
  const label = (fact: string) => words.facts.get(fact)?.[words.language] ?? fact;
  const sum = (yuan: number) => sayYuan(fenFromYuan(yuan), words.language);
  const figure = (fact: string, value: number) => (words.facts.get(fact)?.type === "yuan" ? sum(value) : String(value));
  const line = (values: AmountLine["values"]): AmountLine => ({ key: amount.kind, values, depth });
  switch (amount.kind) {
    case "fixed":
      return [line({ sum: sum(amount.yuan) })];
    case "percent":
    case "match":
      return [line({ base: label(amount.base), percent: amount.percent })];
    case "percentIncrement":
      return [line({ base: label(amount.base), previous: label(amount.previous), percent: amount.percent })];
    case "tiered":
      return [
        line({ on: label(amount.on) }),
        ...amount.tiers.map((tier) => ({
          key: "tier",
          values: { from: figure(amount.on, tier.from), sum: sum(tier.yuan) },
          depth: depth + 1,
        })),
      ];
    case "perUnit":
      return [line({ unit: label(amount.unit), sum: sum(amount.yuanPerUnit) })];
    case "perStep":
      return [
        ...(amount.baseYuan > 0 ? [{ key: "perStepBase", values: { sum: sum(amount.baseYuan) }, depth }] : []),
        line({
          on: label(amount.on),
          over: figure(amount.on, amount.over),
          step: figure(amount.on, amount.step),
          sum: sum(amount.yuanPerStep),
        }),
      ];
    case "bracketPercent":
      return [
        line({ base: label(amount.base) }),
        ...amount.brackets.map(({ from, percent }) => ({
          key: "bracket",
          values: { from: sum(from), percent },
          depth: depth + 1,
        })),
      ];
    case "sum":
    case "lesserOf":
      return [
        line({}),
        ...amount.parts.flatMap((part) => [...lines(part, words, depth + 1), ...capLine(part, words, depth + 1)]),
      ];
    case "service":
      return [line({})];
  }
}

function capLine(amount: Amount | AmountPart, { language }: Words, depth: number): AmountLine[] {
  if (amount.kind === "fixed" || amount.kind === "service" || amount.capYuan === null) return [];
  return [{ key: "cap", values: { sum: sayYuan(fenFromYuan(amount.capYuan), language) }, depth: depth + 1 }];
}
