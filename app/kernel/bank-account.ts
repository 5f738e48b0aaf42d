import { tidyCode } from "~/kernel/reading/typed-text";

/** Account number without spaces, or null where it is none: 8 to 32 digits, as corporate accounts are. */
export function tidyAccountNumber(text: string): string | null {
  const digits = tidyCode(text);
  return /^\d{8,32}$/.test(digits) ? digits : null;
}

/** What may be shown of an account. */
export function maskedAccount(lastFour: string): string {
  return `**** **** ${lastFour}`;
}
