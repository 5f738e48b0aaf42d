import { tidyCode } from "~/kernel/reading/typed-text";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeFault =
  "creditLength" | "creditAlphabet" | "creditOffice" | "creditRegion" | "creditOrganisation";
/** `isDoubtful`: every part can be, but the last character is not the check digit (as of codes issued before 2016). */
export type CreditCodeCheck = { ok: true; code: string; isDoubtful: boolean } | { ok: false; reason: CreditCodeFault };

/**
 * Registration offices and the classes of organisation each registers: GB 32100-2015, tables 1 and 2, with amendment 1, and
 * what was added since (3 商事调解, 5 村（居）民委员会, 8 非法人工会, G 公安, J 住房城乡建设, Q 侨联). Held on 2026-11-29 against
 * osuse.cn/post/10002590.html (tables 1 and 2) and the enum OrgCategory of the public library credentialkit (additions).
 */
const classes: Readonly<Record<string, string>> = {
  "1": "1239",
  "2": "19",
  "3": "1234569",
  "4": "19",
  "5": "123459",
  "6": "129",
  "7": "129",
  "8": "129",
  "9": "1239",
  A: "19",
  G: "19",
  J: "19",
  N: "1239",
  Q: "1239",
  Y: "1",
};
/** First two digits of GB/T 2260: the State's own registers (10), the provinces, 新疆兵团 (66), 台港澳. */
const provinces =
  "10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82";

/**
 * Checks a unified social credit code by the parts of GB 32100-2015: alphabet, registration office and class, place, the
 * organisation's check (GB 11714), and the last character.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = tidyCode(text);
  const reason = faultOf(code);
  return reason ? { ok: false, reason } : { ok: true, code, isDoubtful: code[17] !== creditCheck(code.slice(0, 17)) };
}

/** Whether a code that can be fails the check digit, so that somebody has to look at the licence. */
export function isDoubtfulCode(code: string): boolean {
  const checked = checkCreditCode(code);
  return checked.ok && checked.isDoubtful;
}

function faultOf(code: string): CreditCodeFault | null {
  if (code.length !== 18) return "creditLength";
  if (![...code].every((character) => alphabet.includes(character))) return "creditAlphabet";
  if (!classes[code.charAt(0)]?.includes(code.charAt(1))) return "creditOffice";
  if (!/^\d{6}$/.test(code.slice(2, 8)) || !provinces.split(" ").includes(code.slice(2, 4))) return "creditRegion";
  const organisation = code.slice(8, 16);
  return organisation !== "00000000" && code[16] === organisationCheck(organisation) ? null : "creditOrganisation";
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
