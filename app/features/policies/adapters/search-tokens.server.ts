import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

let jieba: Jieba | null = null;

/** Words of a text for the search index: jieba's words for search, lower case, each once, at least two characters or a digit. */
export function searchTokens(...texts: (string | null)[]): string[] {
  jieba ??= Jieba.withDict(dict);
  const words = jieba.cutForSearch(texts.filter(Boolean).join(" "), true);
  return [
    ...new Set(words.map((word) => word.trim().toLowerCase()).filter((word) => word.length > 1 || /\d/.test(word))),
  ];
}
