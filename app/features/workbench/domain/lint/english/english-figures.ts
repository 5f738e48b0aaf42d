/** A figure of an English text: the value it is read as, and what else it can mean in a list (“1, 2 and 5 million”). */
export type EnglishFigure = { text: string; value: number; values: number[]; isPercent: boolean; isWord: boolean };

const scale: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const number =
  /(?<![A-Za-z\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[ -](thousand|million|billion|trillion)s?)?(?![A-Za-z\d]|\.\d)/g;
const joiner = /^,? ?(?:and|or|to|–|-|,|\/)? ?(?:CNY )?(?=\d)/;
const percent = /^ ?(?:%|‰|per ?cent|[- ]?percentage[- ]point)/;

const words: Readonly<Record<string, number>> = Object.fromEntries([
  ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ..."first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ..."january february march april may june july august september october november december"
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ["half", 0.5],
  ["thirty", 30],
  ["fifty", 50],
  ["hundred", 100],
  ["thousand", 1000],
  ["twice", 2],
  ["double", 2],
  ["single", 1],
  ["once", 1],
  ["quarter", 3],
]);

/** Every figure of an English text: digits with thousand, million or billion, numbers in words, and months as 1 to 12. */
export function englishFigures(text: string): EnglishFigure[] {
  const figures: EnglishFigure[] = [];
  let shared: number | undefined;
  for (const { 0: said, 1: digits = "", 2: word = "", index } of [...text.matchAll(number)].reverse()) {
    const rest = text.slice(index + said.length);
    const next = joiner.test(rest) ? figures[0] : undefined;
    const own = scale[word];
    if (own !== undefined || !next) shared = own;
    figures.unshift(figureOf(said, digits, { own, shared, isPercent: percent.test(rest) || next?.isPercent === true }));
  }
  return [...figures, ...inWords(text)];
}

type Scaled = { own: number | undefined; shared: number | undefined; isPercent: boolean };

function figureOf(text: string, digits: string, { own, shared, isPercent }: Scaled): EnglishFigure {
  const plain = Number(digits.replaceAll(",", ""));
  const value = plain * (own ?? 1);
  const values = own === undefined && shared !== undefined ? [value, plain * shared] : [value];
  return { text, value, values, isPercent, isWord: false };
}

function inWords(text: string): EnglishFigure[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => {
    const value = Object.hasOwn(words, word) ? words[word] : undefined;
    return value === undefined ? [] : [{ text: word, value, values: [value], isPercent: false, isWord: true }];
  });
}
