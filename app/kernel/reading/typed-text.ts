/** Characters that are not seen: format characters (zero width, direction marks, byte order mark) and fillers. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const dashes = /[\p{Pd}\u2212\u2043\u02D7\u30FC\uFF70]/gu;

/**
 * Text as it was meant: unseen characters are taken away, full-width and small forms become plain ones, every blank
 * (U+00A0, U+3000, thin ones) is a space, and the ends are bare. Superscripts and circled digits stay what they are: 10² is not 102.
 */
export function plainTyping(text: string): string {
  return text
    .replace(unseen, "")
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\uFE50-\uFE6B\uFFE5]/g, (character) => character.normalize("NFKC"))
    .replace(/\s/g, " ")
    .trim();
}

/** A code as it is compared: no unseen characters, blanks or dashes of any kind, plain letters and digits, capitals. */
export function tidyCode(text: string): string {
  return plainTyping(text)
    .replace(dashes, "")
    .replaceAll(" ", "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** `text` with every kind of dash and minus as `-`. */
export function plainDashes(text: string): string {
  return text.replace(dashes, "-");
}
