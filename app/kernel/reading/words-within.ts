import { Refusal } from "../refusal";

/**
 * What somebody wrote, without blanks at its ends and never cut: a reason that stops in the middle says something else.
 * @param most characters, as people count them
 * @throws Refusal `request.too-long` (422) with how many there are and may be
 */
export function wordsWithin(text: string, most: number): string {
  const words = text.trim();
  const length = [...words].length;
  if (length > most) throw new Refusal("request.too-long", 422, { most, length });
  return words;
}
