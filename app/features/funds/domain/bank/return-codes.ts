import { funds } from "../../funds.zh";

const words: Readonly<Record<string, string>> = funds.bank.codes;

/** What a reason code of ISO 20022 means, in the words of records and notices; a code without words stands for itself. */
export function codeWords(code: string): string {
  return words[code] ?? code;
}

/** Whether a reason that was kept says no more than its code. */
export function isBareCode(reason: string, code: string): boolean {
  return reason === code || reason === words[code];
}
