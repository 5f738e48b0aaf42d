import { fenFromYuan, sayYuan } from "~/kernel/money";
import { isYuanFigure, type Figure } from "./figure";
import { leafInWords } from "./condition-words";
import { separator } from "./value-words";
import { figureInWords } from "./figure-words";
import { fieldsAsFacts } from "./list-fact";
import { leavesOf } from "./walk-conditions";
import type { FactDefinition } from "./fact-definition";
import type { Amount, AmountPart } from "./amount-schema";

/** A line of the payment rule: a key of `policies:amount` with its values, and how deep it stands. */
export type AmountLine = { key: string; values: Record<string, string | number>; depth: number };

type Words = { facts: ReadonlyMap<string, FactDefinition>; language: "zh" | "en" };

/** A payment rule in words, line by line; made from the rule itself. */
export function amountLines(amount: Amount, words: Words): AmountLine[] {
  return [...lines(amount, words, 0), ...capLines(amount, words, 0)];
}

function lines(amount: Amount | AmountPart, words: Words, depth: number): AmountLine[] {
  const label = (figure: Figure) => labelOf(figure, words);
  const sum = (yuan: number) => sayYuan(fenFromYuan(yuan), words.language);
  const isYuan = (fact: string) => words.facts.get(fact)?.type === "yuan";
  const figure = (of: Figure, value: number) => (isYuanFigure(of, isYuan) ? sum(value) : String(value));
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
        ...(amount.counted === undefined
          ? []
          : [{ key: "counted", values: { counted: label(amount.counted) }, depth: depth + 1 }]),
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
        ...amount.parts.flatMap((part) => [...lines(part, words, depth + 1), ...capLines(part, words, depth + 1)]),
      ];
    case "each":
      return eachLines(amount, words, depth);
    case "service":
      return [line({})];
  }
}

/** What each entry brings, and which entries count. */
function eachLines(amount: Extract<Amount, { kind: "each" }>, words: Words, depth: number): AmountLine[] {
  const list = words.facts.get(amount.of);
  const fields: Words = { ...words, facts: fieldsAsFacts(list) };
  const conditions = amount.where ? leavesOf(amount.where) : [];
  const said = conditions.map(({ node }) => {
    const field = fields.facts.get(node.fact);
    return field ? leafInWords(node, field, words.language, noNames) : node.fact;
  });
  return [
    { key: "each", values: { list: labelOf(amount.of, words) }, depth },
    ...(said.length > 0
      ? [{ key: "eachWhere", values: { conditions: said.join(separator(words.language)) }, depth: depth + 1 }]
      : []),
    ...lines(amount.part, fields, depth + 1),
    ...capLines(amount.part, fields, depth + 1),
  ];
}

const noNames = { region: () => null, industry: () => null };

function capLines(amount: Amount | AmountPart, words: Words, depth: number): AmountLine[] {
  if (amount.kind === "fixed" || amount.kind === "service") return [];
  const { capYuan, capBy } = amount;
  const line = (key: string, values: AmountLine["values"]): AmountLine => ({ key, values, depth: depth + 1 });
  return [
    ...(capYuan === null ? [] : [line("cap", { sum: sayYuan(fenFromYuan(capYuan), words.language) })]),
    ...(capBy === undefined ? [] : [line("capBy", { figure: labelOf(capBy, words) })]),
    ...("capLast" in amount && amount.capLast ? [line("capLast", {})] : []),
  ];
}

function labelOf(figure: Figure, { facts, language }: Words): string {
  return figureInWords(figure, { fact: (name) => facts.get(name)?.[language] ?? name, language });
}
