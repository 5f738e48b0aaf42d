import { readFigures } from "./figures";
import type { Proposal, Unplaced } from "./proposal";
import { withoutSpaces } from "./spaces";
import { evenWidth, overlaps, type Span } from "./span";

const conditionWords =
  /以上|以下|以内|不超过|不低于|不少于|不足|不满|超过|达到|除外|不含|不包括|不适用|不得|不予|须|应当|必须|限于|仅限|限[一-龥]{2,8}的?|一次性|首次|新认定|当年|上年度|近[三3]年|就高|不重复|优先/g;

/** A name in quotation marks is a title, a list or a document. */
const quoted = /[《“「][^》”」\n]{2,30}[》”」]/g;

/** Figures, words of condition and quoted names that no proposal covers, in the order of the text. */
export function unplacedIn(text: string, proposals: readonly Proposal[]): Unplaced[] {
  const closed = withoutSpaces(text);
  const figures = readFigures(closed.text);
  const covered = proposals.flatMap(({ spans }) => spans);
  const plain = evenWidth(closed.text);
  const candidates: (Span & { why: Unplaced["why"] })[] = [
    ...figures.map(({ start, end }) => ({ start, end, why: "figure" as const })),
    ...matches(plain, conditionWords, "condition"),
    ...matches(closed.text, quoted, "title"),
  ];
  const kept: Unplaced[] = [];
  for (const { why, ...found } of candidates) {
    const span = closed.placeOf(found);
    if (covered.some((each) => overlaps(each, span)) || kept.some((each) => overlaps(each, span))) continue;
    kept.push({ ...span, why, words: text.slice(span.start, span.end) });
  }
  return kept.sort((left, right) => left.start - right.start);
}

function matches<T extends Unplaced["why"]>(text: string, pattern: RegExp, why: T): (Span & { why: T })[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, why }));
}
