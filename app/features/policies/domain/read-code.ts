import { tidyCode } from "~/kernel/reading/typed-text";

/** Registries of the codes that facts name: places (GB/T 2260) and industries (GB/T 4754-2017). */
export type KnownCodes = { regions: { has(code: string): boolean }; industries: { has(code: string): boolean } };

/**
 * A code of GB/T 4754-2017 as it was typed: full width, small letters and blanks are understood, and so are the digits of a
 * class without its section's letter (3411 is C3411), which are of one section only. A group's number with a 0, as the edition
 * of 2011 wrote groups that were not divided yet (C3610), is the group (C361). Null where there is no such code.
 */
export function readIndustry(typed: string, industries: KnownCodes["industries"]): string | null {
  const code = tidyCode(typed);
  const group = /^([A-Z]?\d{3})0$/.exec(code)?.[1];
  return findIndustry(code, industries) ?? (group ? findIndustry(group, industries) : null);
}

const sections = "ABCDEFGHIJKLMNOPQRST";

/** The code itself, or the one of which these are the digits. */
function findIndustry(code: string, industries: KnownCodes["industries"]): string | null {
  if (industries.has(code)) return code;
  if (!/^\d{2,4}$/.test(code)) return null;
  return [...sections].map((section) => section + code).find((known) => industries.has(known)) ?? null;
}

/**
 * A place of GB/T 2260 as it was typed. The registry names the places of which it has policies; of other places of a province
 * that it knows, six digits are enough.
 */
function readRegion(typed: string, regions: KnownCodes["regions"]): string | null {
  const code = tidyCode(typed);
  return regions.has(code) || (/^\d{6}$/.test(code) && regions.has(`${code.slice(0, 2)}0000`)) ? code : null;
}

/** The code that was typed for a fact, or null where the registry of that fact has none such. */
export function readCode(fact: string, typed: string, { regions, industries }: KnownCodes): string | null {
  if (fact === "industry") return readIndustry(typed, industries);
  if (fact === "region") return readRegion(typed, regions);
  return tidyCode(typed) || null;
}
