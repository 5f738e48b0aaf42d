import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { EnglishWords } from "./lint-english";

export type Named = Pick<Catalogue, "glossary" | "regions" | "zones">;

const known = new WeakMap<Named["glossary"], EnglishWords>();

/** What English texts of a catalogue are read by: its glossary, and the names of its places. */
export function englishWordsOf({ glossary, regions, zones }: Named): EnglishWords {
  const before = known.get(glossary);
  if (before) return before;
  const texts = [...[...regions.values(), ...zones].map(({ en }) => en), ...glossary.terms.flatMap(({ en }) => en)];
  const names = new Set(texts.flatMap((text) => (text.match(/[A-Za-z'’]+/g) ?? []).map(bare)));
  const words = { glossary, isName: (word: string) => names.has(bare(word)) };
  known.set(glossary, words);
  return words;
}

function bare(word: string): string {
  return word.replaceAll(/['’]/g, "").toLowerCase();
}
