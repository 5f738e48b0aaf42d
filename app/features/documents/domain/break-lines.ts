/** Width of one character in points. */
export type CharacterWidth = (character: string) => number;

/** A line of text with its natural width; `ends` marks the last one of its paragraph. */
export type Line = { text: string; width: number; ends: boolean };

/** May not begin a line: closing marks, 顿号, percent and the like (GB/T 15834-2011, 5.1). */
const neverFirst = new Set("，。、；：？！,.;:?!）)》〉」』】〕］］}”’%％‰℃…—～·〗");
/** May not end a line: opening marks and currency signs. */
const neverLast = new Set("（(《〈「『【〔［{“‘¥￥〖");
/** Two of these are one mark and stay together. */
const doubled = new Set("…—");
const word = /[A-Za-z0-9@#&+\-/_,.:%'’]/;

/**
 * Breaks a paragraph into lines by the rules of Chinese typesetting: Latin words, numbers and sums stay whole, no closing
 * mark begins a line, no opening mark ends one. A word wider than the line is cut.
 * @param width room of a line in points, @param first room of the first one where it is indented
 */
export function breakLines(text: string, characterWidth: CharacterWidth, width: number, first = width): Line[] {
  return text
    .split("\n")
    .flatMap((paragraph, index) =>
      breakParagraph(unitsOf(paragraph, characterWidth, width), width, index === 0 ? first : width),
    );
}

type Unit = { text: string; width: number };

function unitsOf(text: string, characterWidth: CharacterWidth, most: number): Unit[] {
  const units: Unit[] = [];
  let open: Unit | null = null;
  for (const character of text) {
    const width = characterWidth(character);
    const joins: boolean = open !== null && sticks(open.text, character) && open.width + width <= most;
    if (open && joins) {
      open.text += character;
      open.width += width;
    } else {
      open = { text: character, width };
      units.push(open);
    }
  }
  return units;
}

function sticks(before: string, character: string): boolean {
  const last = before.at(-1) ?? "";
  return (word.test(last) && word.test(character)) || (doubled.has(last) && last === character);
}

function breakParagraph(units: readonly Unit[], width: number, first: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < units.length) {
    const room = lines.length === 0 ? first : width;
    const end = allowedEnd(units, start, fittingEnd(units, start, room));
    lines.push(lineOf(units.slice(start, end), end >= units.length));
    start = end;
    while (start < units.length && units[start]?.text === " ") start += 1;
  }
  return lines.length > 0 ? lines : [{ text: "", width: 0, ends: true }];
}

/** One unit at the least, else the line would never end. */
function fittingEnd(units: readonly Unit[], start: number, room: number): number {
  let end = start;
  let used = 0;
  while (end < units.length && used + (units[end]?.width ?? 0) <= room + 0.001) used += units[end++]?.width ?? 0;
  return Math.max(end, start + 1);
}

/** Goes back to the nearest place where a line may be broken; where there is none, it is broken where it is full. */
function allowedEnd(units: readonly Unit[], start: number, full: number): number {
  for (let end = full; end > start; end -= 1) if (mayBreak(units, end)) return end;
  return full;
}

function mayBreak(units: readonly Unit[], end: number): boolean {
  if (end >= units.length) return true;
  return !neverFirst.has([...(units[end]?.text ?? "")][0] ?? "") && !neverLast.has(units[end - 1]?.text.at(-1) ?? "");
}

function lineOf(units: readonly Unit[], ends: boolean): Line {
  const text = units.map((unit) => unit.text).join("");
  const trimmed = text.trimEnd();
  const cut = units.slice(units.length - (text.length - trimmed.length)).reduce((sum, unit) => sum + unit.width, 0);
  return {
    text: trimmed,
    width: units.reduce((sum, unit) => sum + unit.width, 0) - (trimmed === text ? 0 : cut),
    ends,
  };
}
