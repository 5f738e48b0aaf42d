import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Figure } from "~/features/policies/domain/figure";
import { factLabel } from "~/features/policies/domain/fact-label";
import { figureInWords } from "~/features/policies/domain/figure-words";
import { entriesOf, fieldsAsFacts } from "~/features/policies/domain/list-fact";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart } from "~/features/policies/domain/amount-schema";
import { fenFromYuan, formatYuan } from "~/kernel/money";
import { amountOf, type AmountStep } from "./amount";
import { isCap } from "./amount-trace";
import { codeNames } from "~/features/policies/domain/code-names";
import { evaluateCondition } from "../evaluate/evaluate";
import { groupedNumber } from "~/features/policies/domain/number-words";
import type { Received } from "~/features/claims/domain/received";
import { entryInWords, factInWords, type Language } from "~/features/policies/domain/value-words";
import { levels, words } from "./sum-phrases";

/** One line of a computation in words, with the sum in yuan it comes to (`1,234.50`); null where it states none. */
export type SumLine = { text: string; sum: string | null };

type Reading = { facts: Facts; definitions: Catalogue["facts"]; registry: Catalogue; language: Language };

/**
 * How the sum of an item comes about for one firm: base × rate for each part, the cap where it cuts, the coefficient, what
 * was received, the total, and who bears which share.
 */
export function sumInWords(
  item: PolicyItem,
  facts: Facts,
  received: Received,
  registry: Catalogue,
  language: Language,
): SumLine[] {
  const reading = { facts, definitions: registry.facts, registry, language };
  const { trace } = amountOf(item, facts, received);
  const shown = trace.filter(({ step, yuan }, place) => !isCap(step) || yuan !== trace[place - 1]?.yuan);
  return [
    ...shown.map((step) => ({
      text: stepInWords(step, item, reading),
      sum: step.yuan === null ? null : yuan(step.yuan),
    })),
    ...sharesInWords(item, language),
  ];
}

function stepInWords({ step, by, index }: AmountStep, item: PolicyItem, reading: Reading): string {
  const { amount } = item;
  const say = words[reading.language];
  switch (step) {
    case "part":
      return "parts" in amount ? `${say.part((index ?? 0) + 1)}${partInWords(amount.parts[index ?? 0], reading)}` : "";
    case "entry":
      return entryInSum(amount, index ?? 0, reading);
    case "joined":
      return joinedInWords(amount, reading);
    case "cap":
      return say.cap(yuan(by ?? "0"));
    case "capBy":
      return say.capBy("capBy" in amount && amount.capBy ? figureSaid(amount.capBy, reading) : "");
    case "multiplier":
      return say.factor(by ?? "", item.multiplier ? figure(item.multiplier.fact, reading) : "");
    case "received":
      return say.received(yuan(by ?? "0"));
    case "total":
      return say.total;
  }
}

function joinedInWords(amount: Amount, reading: Reading): string {
  const say = words[reading.language];
  if ("parts" in amount) return amount.kind === "lesserOf" ? say.lesser : say.sum;
  if (amount.kind === "each") return listedInWords(amount, reading);
  return amount.kind === "service" ? "" : partInWords(amount, reading);
}

type EachAmount = Extract<Amount, { kind: "each" }>;

/** How one entry of a list comes to its sum. */
function entryInSum(amount: Amount, index: number, reading: Reading): string {
  if (amount.kind !== "each") return "";
  const list = reading.definitions.get(amount.of);
  const entry = entriesOf(reading.facts[amount.of])?.[index] ?? {};
  const say = words[reading.language];
  const counts = !amount.where || evaluateCondition(amount.where, entry, "2000-01-01") !== "ineligible";
  const own = partInWords(amount.part, { ...reading, facts: entry, definitions: fieldsAsFacts(list) });
  const said = counts
    ? own
    : `${list ? entryInWords(entry, list, reading.language, codeNames(reading.registry, reading.language)) : ""}${say.notCounted}`;
  return `${say.entry(index + 1)}${said}`;
}

function listedInWords(amount: EachAmount, reading: Reading): string {
  const say = words[reading.language];
  const list = reading.definitions.get(amount.of)?.[reading.language] ?? amount.of;
  const entries = entriesOf(reading.facts[amount.of]);
  if (entries) return say.entries(list, entries.length);
  return amount.otherwise ? say.together(partInWords(amount.otherwise, reading), list) : say.notListed(list);
}

/** Base and rate of one part, with the firm's own figures. */
function partInWords(part: AmountPart | undefined, reading: Reading): string {
  const say = words[reading.language];
  const own = (of: Figure) => figureSaid(of, reading);
  if (!part) return "";
  const limits = part.kind === "fixed" ? "" : ceilings(part, reading);
  switch (part.kind) {
    case "fixed":
      return say.fixed(yuan(part.yuan));
    case "percent":
    case "match":
      return `${own(part.base)} × ${part.percent}%${limits}`;
    case "percentIncrement":
      return `${say.increase(own(part.base), own(part.previous))} × ${part.percent}%${limits}`;
    case "tiered":
      return `${say.tier(own(part.on))}${limits}`;
    case "perUnit":
      return `${own(part.unit)} × ${say.yuan(yuan(part.yuanPerUnit))}${limits}`;
    case "perStep":
      return `${say.steps(
        yuan(part.baseYuan),
        part.previous === null ? own(part.on) : say.increase(own(part.on), own(part.previous)),
        groupedNumber(part.over),
        groupedNumber(part.step),
        yuan(part.yuanPerStep),
      )}${limits}`;
    case "bracketPercent":
      return `${say.brackets(
        part.counted === undefined ? own(part.base) : say.after(own(part.base), own(part.counted)),
        part.brackets.map(({ from, percent }) => say.bracket(groupedNumber(from), percent)).join(say.comma),
      )}${limits}`;
  }
}

/** The caps of one part. */
function ceilings({ capYuan, capBy }: { capYuan: number | null; capBy?: Figure }, reading: Reading): string {
  const say = words[reading.language];
  const byText = capYuan === null ? "" : say.ceiling(yuan(capYuan));
  return capBy === undefined ? byText : `${byText}${say.ceilingBy(figureSaid(capBy, reading))}`;
}

function figureSaid(of: Figure, reading: Reading): string {
  return figureInWords(of, { fact: (fact) => figure(fact, reading), language: reading.language });
}

function figure(fact: string, { facts, definitions, registry, language }: Reading): string {
  const definition = definitions.get(fact);
  if (!definition) return fact;
  return `${factLabel(definition, language)} ${factInWords(facts[fact], definition, language, codeNames(registry, language))}`;
}

function sharesInWords({ costSharing }: PolicyItem, language: Language): SumLine[] {
  const say = words[language];
  const shares = levels.flatMap((level) => {
    const percent = costSharing?.[level];
    return percent === undefined || percent === 0 ? [] : [say.share(level, percent)];
  });
  return shares.length === 0 ? [] : [{ text: say.shares(shares.join(say.comma)), sum: null }];
}

function yuan(value: number | string): string {
  return formatYuan(fenFromYuan(value)).replace(/\.00$/, "");
}
