/** Words of a text by their place: from `start` up to, not with, `end`, counted in UTF-16 units. */
export type Span = { start: number; end: number };

/** What a clause is to the item; `pasted` is what an author put in. */
export type ClausePart = "title" | "summary" | "notes" | "pasted";
export type Clause = { part: ClausePart; text: string };

/** A clause with its place in the whole text, where clauses stand one below the other. */
export type PlacedClause = Clause & Span;

/**
 * Full-width figures, letters and signs as half-width ones, sign for sign, so that places stay what they are; commas and semicolons that
 * part words as ， and ；, as patterns write them.
 */
export function evenWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?<!\d),|,(?!\d)/g, "，")
    .replaceAll(";", "；")
    .replaceAll("〇", "零");
}

/** The whole text and where each clause stands in it. */
export function placeClauses(clauses: readonly Clause[]): { text: string; placed: PlacedClause[] } {
  let text = "";
  const placed = clauses.map((clause) => {
    const start = text.length + (text === "" ? 0 : 1);
    text += (text === "" ? "" : "\n") + clause.text;
    return { ...clause, start, end: text.length };
  });
  return { text, placed };
}

/** Pieces of a text between signs, with their places. */
export function pieces(text: string, within: Span, signs: RegExp): Span[] {
  const found: Span[] = [];
  let start = within.start;
  for (let at = within.start; at <= within.end; at += 1) {
    if (at < within.end && !isBreak(text, at, signs)) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}

/** A comma between the figures of one number ends nothing. */
function isBreak(text: string, at: number, signs: RegExp): boolean {
  const sign = text[at] ?? "";
  return (
    signs.test(sign) && !(sign === "," && /\d/.test(text[at - 1] ?? "") && /^\d{3}(?!\d)/.test(text.slice(at + 1)))
  );
}

export const sentenceEnd = /[。;；!！?？\n]/;
export const partEnd = /[。;；!！?？\n,，:：]/;

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** The piece that a place lies in. */
export function pieceAt(all: readonly Span[], at: number): Span {
  return all.find(({ start, end }) => start <= at && at < end) ?? { start: at, end: at };
}
