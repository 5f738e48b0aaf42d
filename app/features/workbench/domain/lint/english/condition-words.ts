import type { Glossary, GlossaryWords } from "~/features/policies/domain/glossary";
import { groupBy } from "~/kernel/group-by";
import { formsSaid, standing } from "./said-words";

/** Words such as 满 and 达 are conditions before a figure only: “满#” in the glossary. */
const figure = /\d+|(?<=[满达到超])[一二两三四五六七八九十半]/g;
/** 满4年以上 is one bound, not two. */
const onceMore = /(?:达到?|满)(?=#[^，；。]*以上)/g;

type Word = { zh: string; means: GlossaryWords | null };
type Prepared = { words: readonly Word[]; english: readonly string[] };

/** Condition words of a Chinese text that stand less often in the English; a term that holds one, like 规模以上, is none. */
export function lostConditions(zh: string, en: string, glossary: Glossary): string[] {
  const { words, english } = prepared(glossary);
  const stated = standing(zh.replaceAll(figure, "#").replaceAll(onceMore, ""), words);
  const said = formsSaid(en, english);
  const wanted = groupBy(stated, ({ word }) => word.means);
  return [...wanted].flatMap(([means, group]) => {
    if (means === null) return [];
    const times = group.reduce((sum, each) => sum + each.times, 0);
    const found = means.en.reduce((sum, form) => sum + (said.get(form) ?? 0), 0);
    return found < times ? group.map(({ word }) => word.zh) : [];
  });
}

const known = new WeakMap<Glossary, Prepared>();

function prepared(glossary: Glossary): Prepared {
  const before = known.get(glossary);
  if (before) return before;
  const { conditionWords, terms } = glossary;
  const conditions = conditionWords.flatMap((means): Word[] => [
    ...means.zh.map((zh) => ({ zh, means })),
    ...(means.not ?? []).map((zh) => ({ zh, means: null })),
  ]);
  const holding = terms.filter((term) => conditions.some((word) => term.zh.includes(word.zh)));
  const forms = conditionWords.flatMap(({ en }) => en);
  const hiding = terms.flatMap(({ en }) => en).filter((form) => forms.some((word) => holds(form, word)));
  const made = {
    words: [...conditions, ...holding.map(({ zh }) => ({ zh, means: null }))],
    english: [...new Set([...forms, ...hiding])],
  };
  known.set(glossary, made);
  return made;
}

function holds(form: string, word: string): boolean {
  return form.includes(" ") && form !== word && ` ${form} `.includes(` ${word} `);
}
