import type { Glossary, GlossaryWords } from "~/features/policies/domain/glossary";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Finding } from "../finding";
import { lostConditions } from "./condition-words";
import { chineseFigures, latinWords, type ChineseFigure } from "~/features/policies/domain/chinese-figures";
import { englishFigures, type EnglishFigure } from "./english-figures";
import { pinyinWords } from "./pinyin";
import { standing, timesSaid } from "./said-words";

type Found = Omit<Finding, "itemId">;
type Texts = Pick<PolicyItem, "title" | "summary" | "english">;
export type EnglishWords = { glossary: Glossary; isName(word: string): boolean };

/**
 * What of the Chinese title and summary the English has lost or added: figures (units converted), units, condition words, terms
 * of the glossary, Latin marks; and English that is Chinese in other letters. An item without English has no finding here.
 */
export function lintEnglish({ title, summary, english }: Texts, words: EnglishWords): Found[] {
  if (!english) return [];
  const both = `${title}。${summary}`;
  return [
    ...lost("/english/title", { zh: title, en: english.title, both }, words),
    ...lost("/english/summary", { zh: summary, en: english.summary, both }, words),
  ];
}

const numeral = /[\d一二两三四五六七八九十百]/;
const marks = { yuan: "元", percent: "%", plain: "" } as const;

type Pair = { zh: string; en: string; both: string };

function lost(path: string, { zh, en, both }: Pair, { glossary, isName }: EnglishWords): Found[] {
  const fixed = glossary.terms.map((term) => term.zh).filter((term) => zh.includes(term) && numeral.test(term));
  const figures = chineseFigures(zh, fixed);
  const said = englishFigures(en);
  const missing = [
    ...unsaid(figures, said, en).map(({ text, kind }) => `${text}${marks[kind]}`),
    ...figures.flatMap((figure) => lostUnit(figure, en, glossary.units)),
    ...lostWords(zh, en, glossary),
    ...latinWords(zh).filter((word) => timesSaid(en, [word]) === 0 && !hidden(word, zh, glossary)),
  ];
  const all = chineseFigures(both).flatMap(({ values }) => values);
  const added = said.filter((figure) => !isFounded(figure, all, both)).map(({ text }) => text);
  const foreign = [...(en.match(/[\u3000-\u9fff\uff00-\uffef]+/g) ?? []), ...pinyinWords(en, isName)];
  return [
    ...found("englishLost", path, missing),
    ...found("englishAdded", path, added),
    ...found("englishForeign", path, foreign),
  ];
}

function found(code: Finding["code"], path: string, words: readonly string[]): Found[] {
  return words.length === 0 ? [] : [{ code, path, values: { words: [...new Set(words)].join("、") } }];
}

/** Figures that no figure of the English says; each one of the English says one of the Chinese. */
function unsaid(figures: readonly ChineseFigure[], said: readonly EnglishFigure[], en: string): ChineseFigure[] {
  const left = [...said];
  return figures.filter(({ values, kind }) => {
    const at = left.findIndex(
      (figure) =>
        (kind !== "percent" || figure.isPercent || figure.isWord) &&
        figure.values.some((value) => values.some((wanted) => isSame(value, wanted))),
    );
    if (at !== -1) left.splice(at, 1);
    return at === -1 && !(values.includes(1) && kind === "plain" && oneInWords.test(en));
  });
}

const oneInWords = /\b(?:an?|one|first|per|each|every)\b/i;

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
}

/** A figure in digits that the Chinese says, in either text of the item, or in a word of its own (减半, 全额, 半年). */
function isFounded({ values, isWord }: EnglishFigure, all: readonly number[], zh: string): boolean {
  if (isWord || values.some((value) => all.some((wanted) => isSame(value, wanted)))) return true;
  const inWords: [RegExp, number][] = [
    [/半/, 50],
    [/全额|全部|免/, 100],
    [/一年|1年/, 12],
  ];
  return inWords.some(([pattern, value]) => pattern.test(zh) && values.includes(value));
}

function lostUnit({ unit, values }: ChineseFigure, en: string, units: readonly GlossaryWords[]): string[] {
  const isYear = unit.startsWith("年") && values.some((value) => value >= 1900 && value < 2100);
  if (isYear) return [];
  const follows = units
    .flatMap(({ zh, en: forms }) => zh.map((word) => ({ word, forms })))
    .sort((a, b) => b.word.length - a.word.length)
    .find(({ word }) => unit.startsWith(word));
  return follows && timesSaid(en, follows.forms) === 0 ? [follows.word] : [];
}

function lostWords(zh: string, en: string, glossary: Glossary): string[] {
  const lostTerms = standing(zh, glossary.terms).filter(({ word }) => timesSaid(en, word.en) === 0);
  return [...lostConditions(zh, en, glossary), ...lostTerms.map(({ word }) => word.zh)];
}

/** A Latin mark inside a term of the glossary is said by the term. */
function hidden(word: string, zh: string, { terms }: Glossary): boolean {
  return terms.some((term) => term.zh.includes(word) && zh.includes(term.zh));
}
