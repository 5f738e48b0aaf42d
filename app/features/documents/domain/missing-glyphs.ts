import type { Paper } from "./paper";

/** Stands where a character has no glyph, as printers have always done. */
export const placeholder = "〓";

/**
 * Replaces characters that no typeface of ours holds and says so under the text, with their code points: a name is never
 * silently printed wrong. Blanks and line feeds count as present.
 */
export function flagMissing(paper: Paper, has: (character: string) => boolean): { paper: Paper; missing: string[] } {
  const missing: string[] = [];
  const clean = (text: string) =>
    [...text]
      .map((character) => {
        if (character.trim() === "" || has(character)) return character;
        missing.push(character);
        return placeholder;
      })
      .join("");
  const cleaned = mapTexts(paper, clean);
  if (missing.length === 0) return { paper, missing };
  const names = missing.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  const note = {
    kind: "note",
    text: `注：文中“${placeholder}”处的字超出字库，其统一码依次为${names.join("、")}。`,
  } as const;
  return { paper: { ...cleaned, blocks: [...cleaned.blocks, note] }, missing };
}

/** Texts are replaced in the order in which they stand; tags such as `kind` hold letters only and are left alone. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each as unknown, change)])) as T;
}
