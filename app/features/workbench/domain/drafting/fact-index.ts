import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Synonyms } from "~/features/policies/domain/synonyms";
import { pairsOf, weigh, type Weights } from "./word-pairs";

/** A name that may stand in a text for a fact or one of its values. */
export type Name = { words: string; pairs: readonly string[]; isSynonym: boolean };

export type IndexedFact = {
  fact: FactDefinition;
  names: readonly Name[];
  question: readonly string[];
  /** of an enum and of a yes or no: values with their names */
  values: readonly { value: string | boolean; names: readonly Name[]; level: Level | null }[];
};

export const levelWords = {
  international: ["国际"],
  national: ["国家级", "国家", "全国", "中国"],
  province: ["省级", "省"],
  city: ["市级", "市"],
  county: ["县级", "区级", "县", "区"],
} as const;
export type Level = keyof typeof levelWords;

export type FactIndex = {
  facts: readonly IndexedFact[];
  byName: ReadonlyMap<string, IndexedFact>;
  weight: Weights;
  industries: readonly { code: string; names: readonly string[] }[];
};

/** What every name of a registry says before or behind the thing named. */
const before = /^(?:上一年度|本年度|当年|本年|本次|最近|年度|已|有|为|是|具有)/;
const behind = /(?:级别|等级|类型|种类|类别|层级|称号|情况|资格|年份|个数|人数|数量|次数|金额|数|额)$/;

function nameOf(words: string): Name {
  return { words, pairs: pairsOf(words), isSynonym: false };
}

function synonymOf(words: string): Name {
  return { ...nameOf(words), isSynonym: true };
}

function core(words: string): string {
  const bare = words.replace(/[（(].*?[）)]/g, "");
  const short = bare
    .replace(before, "")
    .replace(behind, "")
    .replace(/(?<=.)已(?=..)/, "");
  return [...short].length >= 2 ? short : bare;
}

/** Names of facts, of their values, and how rare their words are: what the drafter finds facts by. */
export function indexFacts(facts: readonly FactDefinition[], synonyms: Synonyms): FactIndex {
  const weight = weigh(facts.map((fact) => [...pairsOf(fact.zh), ...pairsOf(fact.question)]));
  const indexed = facts.map((fact) => ({
    fact,
    names: [
      ...[...new Set([fact.zh, core(fact.zh), ...alike(fact.zh, synonyms)])].map(nameOf),
      ...(synonyms.facts[fact.name] ?? []).map(synonymOf),
    ],
    question: pairsOf(fact.question),
    values: valuesOf(fact, synonyms),
  }));
  return {
    facts: indexed,
    byName: new Map(indexed.map((each) => [each.fact.name, each])),
    weight,
    industries: Object.entries(synonyms.industries).map(([code, names]) => ({ code, names })),
  };
}

/** The same name with other words for a part of it. */
function alike(name: string, { words }: Synonyms): string[] {
  return words.flatMap((same) => {
    const own = same.find((word) => name.includes(word));
    return own === undefined ? [] : same.filter((word) => word !== own).map((word) => core(name.replace(own, word)));
  });
}

function valuesOf(fact: FactDefinition, synonyms: Synonyms): IndexedFact["values"] {
  const words = synonyms.values[fact.name] ?? {};
  if (fact.type === "boolean")
    return [true, false].map((value) => ({ value, names: (words[String(value)] ?? []).map(synonymOf), level: null }));
  if (fact.type === "integer")
    return Object.entries(words).map(([value, own]) => ({ value, names: own.map(synonymOf), level: null }));
  return (fact.values ?? []).map(({ value, zh }) => ({
    value,
    names: [nameOf(zh), ...(words[value] ?? []).map(synonymOf)],
    level: levelOf(zh),
  }));
}

function levelOf(zh: string): Level | null {
  const found = Object.entries(levelWords).find(([, words]) => (words as readonly string[]).includes(zh));
  return found ? (found[0] as Level) : null;
}
