import { tidyCode } from "~/kernel/reading/typed-text";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeCheck =
  | { ok: true; code: string }
  | { ok: false; reason: "creditLength" | "creditAlphabet" | "creditOrganisation" | "creditCheck" };

/** Checks a unified social credit code by GB 32100-2015: alphabet, the organisation's check (GB 11714) and the last one. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = tidyCode(text);
  if (code.length !== 18) return { ok: false, reason: "creditLength" };
  if (![...code].every((character) => alphabet.includes(character))) return { ok: false, reason: "creditAlphabet" };
  if (code[16] !== organisationCheck(code.slice(8, 16))) return { ok: false, reason: "creditOrganisation" };
  if (code[17] !== creditCheck(code.slice(0, 17))) return { ok: false, reason: "creditCheck" };
  return { ok: true, code };
}

/** A valid code for a made-up firm of a place; `serial` below 10^8. */
export function makeCreditCode(regionCode: string, serial: number): string {
  const organisation = serial.toString().padStart(8, "0");
  const first = `91${regionCode}${organisation}${organisationCheck(organisation)}`;
  return first + creditCheck(first);
}

/** GB 11714: weights 3 7 9 10 5 8 4 2, modulo 11; ten is X, eleven is 0. Letters count from A = 10. */
function organisationCheck(body: string): string {
  const sum = [...body].reduce(
    (total, character, index) => total + Number.parseInt(character, 36) * (organisationWeights[index] ?? 0),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
}

/** Weights 3^(i-1) modulo 31. */
function creditCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
}
