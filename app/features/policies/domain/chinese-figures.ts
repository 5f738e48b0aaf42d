import { digitOf, magnitudes, readChineseNumeral } from "~/kernel/reading/chinese-numeral";

/** A figure of a Chinese text: what it says, and the values it can mean (5至10万元: 5 or 50,000). */
export type ChineseFigure = { text: string; values: number[]; kind: FigureKind; unit: string };
export type FigureKind = "yuan" | "percent" | "plain";

const arabic = /(?<![\d.]|[A-Za-z](?!\d+%))(\d+(?:\.\d+)?)(万亿|百万|千万|亿|万|千|百(?!分))?(?![A-Za-z\d])/g;
const counted =
  /([一二两三四五六七八九十百]+)(?=年|个|名|人|月|级|星|类|档|次|天|日|家|项|辆|台|吨|亩|倍|份|条|部|集|季|届|代|轴|期|阶段|者|种|方|轮|批|周|等|强|免|减|千|百|万|亿|元)/g;
const thousandsOf = /(?<![\d十百千万亿])([千万])(?=亩|人|吨|家|户|辆|台|平方米)/g;
const joiner = /^(?:[、至到~—–/-]|或者?|和|及)(?=\d)/;
const holdsNumeral =
  /同一|统一|唯一|之一|单一|任一|逐一|一次性|第一出品|[一二三四五六七八九十]+分之[一二三四五六七八九十]+/g;

/** Every figure of a Chinese text in order: digits with their multiplier, and numerals that count something. */
export function chineseFigures(text: string, fixed: readonly string[] = []): ChineseFigure[] {
  const plain = masked(text, fixed);
  return [...digits(plain), ...numerals(plain)];
}

/** The Latin words and marks of a Chinese text (CMMI, 4A, R&D). */
export function latinWords(text: string): string[] {
  return [...new Set(text.match(/\d*[A-Za-z](?:[A-Za-z&]|\d(?!\d*%))*/g) ?? [])];
}

function masked(text: string, fixed: readonly string[]): string {
  const plain = text
    .replaceAll(/[０-９]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/(?<=\d),(?=\d{3})/g, "");
  return fixed
    .reduce((rest, term) => (rest.includes(term) ? rest.replaceAll(term, "□") : rest), plain)
    .replaceAll(holdsNumeral, "□");
}

function digits(text: string): ChineseFigure[] {
  const found = [...text.matchAll(arabic)].map((match) => {
    const rest = text.slice(match.index + match[0].length);
    return { match, rest, number: Number(match[1]), multiplier: magnitudes.get(match[2] ?? "") };
  });
  const figures: ChineseFigure[] = [];
  let shared: number | undefined;
  for (const { match, rest, number, multiplier } of found.reverse()) {
    const next = joiner.test(rest) ? figures[0] : undefined;
    if (multiplier !== undefined || !next) shared = multiplier;
    const inherited = multiplier === undefined ? shared : undefined;
    figures.unshift({
      text: match[0],
      values: [number * (multiplier ?? 1), ...(inherited === undefined ? [] : [number * inherited])],
      kind: next ? next.kind : kindOf(rest),
      unit: next ? next.unit : rest.slice(0, 4),
    });
  }
  return figures;
}

function kindOf(rest: string): FigureKind {
  if (/^(?:%|％|‰|个百分点)/.test(rest)) return "percent";
  return /^余?元/.test(rest) ? "yuan" : "plain";
}

function numerals(text: string): ChineseFigure[] {
  const counts = [...text.matchAll(counted)].flatMap((match) => {
    const word = match[1] ?? "";
    const unit = text.slice(match.index + word.length, match.index + word.length + 4);
    const one = (value: number) => ({ text: word, values: [value], kind: "plain" as const, unit });
    return /[十百]/.test(word)
      ? [one(readChineseNumeral(word) ?? NaN)]
      : [...word].map((sign) => one(digitOf(sign) ?? NaN));
  });
  const halves = [...text.matchAll(/半年/g)].map(() => ({
    text: "半年",
    values: [0.5, 6],
    kind: "plain" as const,
    unit: "",
  }));
  const large = [...text.matchAll(thousandsOf)].map((match) => ({
    text: match[0],
    values: [magnitudes.get(match[0]) ?? 0],
    kind: "plain" as const,
    unit: text.slice(match.index + 1, match.index + 5),
  }));
  return [...counts, ...large, ...halves];
}
