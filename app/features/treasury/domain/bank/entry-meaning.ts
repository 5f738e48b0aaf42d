import { z } from "zod";
import type { LineStatus, Side } from "./bank-message";

/** A bank transaction code, as far as it says something; whatever else it holds stops nothing. */
export const businessCode = z
  .looseObject({
    Domn: z.looseObject({ Fmly: z.looseObject({ SubFmlyCd: z.string() }).optional() }).optional(),
    Prtry: z.looseObject({ Cd: z.string() }).optional(),
  })
  .optional()
  .catch(undefined);
export type BusinessCode = z.infer<typeof businessCode>;

/**
 * Sub-families of ISO 20022's bank transaction codes, and types of SWIFT's statements (field 61, subfield 6) that banks write
 * beside them: behind S, N or F, and before the bank's own digits (NCHG+805).
 */
const returns = new Set(["RRTN", "RPCR", "RTI"]);
const charges = new Set(["CHRG", "COMM", "COME", "COMI", "COMT", "FEES", "CHG", "COM"]);
const others = new Set(["INTR", "INT", "TAXE", "ADJT", "CAJT", "DAJT", "RIMB"]);

function codesOf(written: string | undefined): string[] {
  const [code = ""] = /^[A-Z0-9]*/.exec(written?.trim().toUpperCase() ?? "") ?? [];
  return [code, code.replace(/^[SNF](?=[A-Z]{3}$)/, "")];
}

export type Signs = {
  side: Side;
  entrySide: Side;
  isReversal: boolean;
  hasReturn: boolean;
  codes: readonly BusinessCode[];
  isOurs: boolean;
};

/**
 * What a booking says. A credit marked as reversal takes back a debit; a debit so marked takes back a credit, which is
 * nothing that a payment of ours can mean, as little as a return that is debited.
 * @returns a status, or the reason why the line is set aside
 */
export function meaningOf({
  side,
  entrySide,
  isReversal,
  hasReturn,
  codes,
  isOurs,
}: Signs): { status: LineStatus } | { reason: string } {
  const said = codes.flatMap((code) => [code?.Domn?.Fmly?.SubFmlyCd, code?.Prtry?.Cd]).flatMap(codesOf);
  const isReturn = hasReturn || said.some((code) => returns.has(code));
  if (said.some((code) => charges.has(code))) return { status: "charge" };
  if (isOurs && said.some((code) => others.has(code))) return { reason: "otherBusiness" };
  if (isReversal)
    return side === "credit" && entrySide === "credit" ? { status: "reversed" } : { reason: "reversalDebit" };
  if (isReturn) return side === "credit" ? { status: "returned" } : { reason: "returnDebit" };
  return { status: side === "debit" ? "paid" : "received" };
}
