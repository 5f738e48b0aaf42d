/** How often one of the forms stands in an English text: from the beginning of a word on; capitals and short ones whole. */
export function timesSaid(text: string, forms: readonly string[]): number {
  return [...tidy(text).matchAll(pattern(forms))].length;
}

/**
 * How often each of some forms stands in an English text, the longer one where two begin alike or one holds the other: “not more
 * than” is no “more than”.
 */
export function formsSaid(text: string, forms: readonly string[]): ReadonlyMap<string, number> {
  const known = forms.map((form) => tidy(form).toLowerCase());
  const counts = new Map<string, number>();
  for (const { 0: said } of tidy(text).matchAll(pattern(forms))) {
    const plain = said.toLowerCase();
    const form = forms[known.indexOf(plain)] ?? forms[known.indexOf(plain.replace(/e?s$/, ""))];
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

const patterns = new WeakMap<readonly string[], RegExp>();

function pattern(forms: readonly string[]): RegExp {
  const known = patterns.get(forms);
  if (known) return known;
  const made = new RegExp(
    [...forms]
      .sort((a, b) => b.length - a.length)
      .map(source)
      .join("|"),
    "gi",
  );
  patterns.set(forms, made);
  return made;
}

function source(form: string): string {
  const plain = tidy(form).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const isWhole = plain.length <= 3 || plain === plain.toUpperCase();
  const start = /^\w/.test(plain) ? String.raw`\b` : "";
  const end = isWhole && /\w$/.test(plain) ? String.raw`(?:e?s)?\b` : "";
  return `${start}${plain}${end}`;
}

/** One kind of apostrophe, hyphen and quotation mark, since what is typed differs. */
function tidy(text: string): string {
  return text
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[-–—\s]+/g, " ");
}

const byLength = new WeakMap<readonly { zh: string }[], readonly { zh: string }[]>();

function longestFirst<T extends { zh: string }>(list: readonly T[]): readonly T[] {
  const known = byLength.get(list) as readonly T[] | undefined;
  if (known) return known;
  const sorted = [...list].sort((a, b) => b.zh.length - a.zh.length);
  byLength.set(list, sorted);
  return sorted;
}

/** How often each word of a list stands in a Chinese text; a longer one hides the shorter ones inside it. */
export function standing<T extends { zh: string }>(text: string, list: readonly T[]): { word: T; times: number }[] {
  let rest = text;
  return longestFirst(list).flatMap((word) => {
    if (!rest.includes(word.zh)) return [];
    const times = rest.split(word.zh).length - 1;
    rest = rest.replaceAll(word.zh, "□");
    return [{ word, times }];
  });
}
