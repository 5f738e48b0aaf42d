import { tidyCode } from "~/kernel/reading/typed-text";

/** No letter that is taken for a digit or another letter. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 16;
const group = 4;

/** A code of 16 characters in groups of four out of random bytes (79 bits): found by nobody who does not hold the paper. */
export function verificationCode(bytes: Uint8Array): string {
  const characters = Array.from(bytes)
    .filter((byte) => byte < 248)
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length] ?? "");
  if (characters.length < length) throw new RangeError("too few random bytes");
  return grouped(characters.join(""));
}

/** What was typed or scanned, in the form codes are kept in; null when it can be none. */
export function readCode(typed: string): string | null {
  const plain = tidyCode(typed);
  return plain.length === length && [...plain].every((character) => alphabet.includes(character))
    ? grouped(plain)
    : null;
}

function grouped(plain: string): string {
  return plain.match(new RegExp(`.{${group}}`, "g"))?.join("-") ?? "";
}
