const initials = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]";
const finals =
  "iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u";
const syllables = new RegExp(`^(?:(?:${initials})(?:${finals})|ang|an|ai|ao|en|er|ou|e|a)`, "i");
const telling = /zh|(?:^|[a-z])(?:x[iu]|q[i]|[jqx](?:iang|iong|uan|ue))|uang|iao(?!n)/i;

/** How many syllables of pinyin a word falls into; null where it does not. */
function syllablesOf(word: string): number | null {
  if (word === "") return 0;
  for (let length = Math.min(6, word.length); length > 0; length -= 1) {
    const head = word.slice(0, length);
    if (syllables.exec(head)?.[0] !== head) continue;
    const rest = syllablesOf(word.slice(length));
    if (rest !== null) return rest + 1;
  }
  return null;
}

/**
 * Words of an English text that are Chinese in Latin letters and no known name: a capitalised one of two or more syllables
 * inside a sentence, one with letters that English does not join, or four such words in a row.
 * @param isKnown whether a word is a name of a place, an office or the glossary
 */
export function pinyinWords(text: string, isKnown: (word: string) => boolean): string[] {
  const words = [...text.matchAll(/[A-Za-z]+(?:['’][A-Za-z]+)*/g)].map((match) => {
    const bare = match[0].replaceAll(/['’]/g, "");
    return {
      word: match[0],
      count: bare.length > 1 ? syllablesOf(bare.toLowerCase()) : null,
      isInside: match.index > 0 && !/[.:;“"(]\s*$/.test(text.slice(0, match.index)),
    };
  });
  const alone = words.filter(
    ({ word, count, isInside }) =>
      count !== null &&
      count >= 2 &&
      !isKnown(word) &&
      !common.has(word.toLowerCase()) &&
      ((isInside && /^[A-Z][a-z]/.test(word)) || telling.test(word)),
  );
  const run = words.findIndex((_, index) => {
    const four = words.slice(index, index + 4);
    return (
      four.length === 4 &&
      four.every(({ word, count }) => count !== null && !isKnown(word) && !common.has(word.toLowerCase()))
    );
  });
  return [
    ...alone.map(({ word }) => word),
    ...(run === -1
      ? []
      : [
          words
            .slice(run, run + 4)
            .map(({ word }) => word)
            .join(" "),
        ]),
  ];
}

const common = new Set(
  "a an the can be he she we me in on or no to man men ten tune line time same more mine fine she care base have made chinese china taxi macao taiwan".split(
    " ",
  ),
);
