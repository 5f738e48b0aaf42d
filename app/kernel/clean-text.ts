/**
 * What is never part of a text: control characters but tab and line ends, bidi controls, and characters that take no room
 * (zero-width blanks and joiners, word joiner, soft hyphen, byte order mark, fillers, tags). Variation selectors choose a glyph and stay.
 */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Half of a character beyond the basic plane: no text can hold it. */
const halves = /[\ud800-\udfff]/gu;

/** A text as it may be stored and searched: without what is never part of one; line and paragraph separators become line ends. */
export function cleanText(text: string): string {
  return text
    .replace(unseen, "")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(halves, "\ufffd");
}

/** Whether a text is stored as it came. */
export function isCleanText(text: string): boolean {
  return cleanText(text) === text;
}

/** How deep lists and objects may lie in one another in what is sent. */
export const deepest = 100;

/**
 * The same JSON value with every text and name in it cleaned.
 * @throws RangeError for one that is nested deeper than `deepest`
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) throw new RangeError("nested too deep");
  if (Array.isArray(value)) return value.map((each) => cleanJson(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), cleanJson(each, depth + 1)]));
}
