import { funds } from "../funds.zh";

const words: Readonly<Record<string, string>> = funds.bank.codes;

/** Whether a code says by itself why money came back. */
export function isKnownCode(code: string): boolean {
  return Object.hasOwn(words, code);
}

/** What a reason code of ISO 20022 means, in the words of records and notices; a code without words stands for itself. */
export function codeWords(code: string): string {
  return words[code] ?? code;
}

/** Whether a reason that was kept says no more than its code. */
export function isBareCode(reason: string, code: string): boolean {
  return reason === code || reason === words[code];
}

const keys: ReadonlyMap<string, string> = new Map([
  ...Object.entries(words).map(([code, said]) => [said, `bank.codes.${code}`] as const),
  [funds.bank.reversedSo, "bank.reversedSo"],
]);

/**
 * The key, in the words of funds, of a kept reason that is of ours, so that each reader gets it in the own language;
 * null for the bank's own words.
 */
export function reasonKey(reason: string): string | null {
  return keys.get(reason) ?? null;
}
