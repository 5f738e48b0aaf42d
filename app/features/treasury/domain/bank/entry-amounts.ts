import { z } from "zod";
import type { Fen } from "~/kernel/money";
import type { Side } from "./bank-message";
import { amount, flag, several } from "./iso-rules";

/** Amounts of another currency, or one that was exchanged, are none that we ordered. */
const cny = z.literal("CNY", { error: "currency" });
const stated = z.looseObject({
  Amt: amount,
  CcyXchg: z.looseObject({ SrcCcy: cny.optional(), TrgtCcy: cny.optional(), UnitCcy: cny.optional() }).optional(),
});
const details = z.looseObject({ InstdAmt: stated.optional(), TxAmt: stated.optional(), CntrValAmt: stated.optional() });
const record = z.looseObject({
  Amt: amount,
  CdtDbtInd: z.enum(["CRDT", "DBIT"]).optional(),
  ChrgInclInd: flag.optional(),
});
const charges = z.looseObject({ TtlChrgsAndTaxAmt: amount.optional(), Rcrd: several(record).optional() });

/** What an entry and its transactions say of money, in their common names. An empty element says nothing. */
export const moneyParts = {
  AmtDtls: z.preprocess(emptyIsNone, details.optional()),
  Chrgs: z.preprocess(emptyIsNone, charges.optional()),
};
export type Money = { Amt?: Fen; AmtDtls?: z.infer<typeof details>; Chrgs?: z.infer<typeof charges> };

function emptyIsNone(value: unknown): unknown {
  return value === "" ? undefined : value;
}

/** A charge told beside an amount; `isWithin` null where the file doesn't say whether it is part of it. */
export type Charge = { fen: Fen; isWithin: boolean | null };

export function chargeOf({ Chrgs }: Money): Charge {
  const records = Chrgs?.Rcrd ?? [];
  const summed = records.reduce((sum, { Amt, CdtDbtInd }) => sum + (CdtDbtInd === "CRDT" ? -Amt : Amt), 0n);
  const [first, ...others] = records.map(({ ChrgInclInd }) => ChrgInclInd ?? null);
  const isSure = first !== undefined && others.every((each) => each === first);
  return { fen: Chrgs?.TtlChrgsAndTaxAmt ?? summed, isWithin: isSure ? first : null };
}

/**
 * What of a booked sum was transferred, what the bank took within it, and the charge it tells beside it. `isOpen`: whether
 * that charge may be within the sum after all. Fen.
 */
export type Split = { transferFen: Fen; withinFen: Fen; besideFen: Fen; isOpen: boolean };

/**
 * Parts a booked sum into transfer and charge. A debit is transfer and charge together; a credit is what came back less the
 * charge. The order's own amount (`InstdAmt`), else the transaction's, is the transfer.
 * @returns null where the amounts contradict each other
 */
export function splitSum(bookedFen: Fen, money: Money, side: Side): Split | null {
  const charge = chargeOf(money);
  const stated = statedAmounts(money);
  const lessCharge = side === "debit" ? bookedFen - charge.fen : bookedFen + charge.fen;
  const within = { transferFen: lessCharge, withinFen: charge.fen, besideFen: 0n, isOpen: false };
  const beside = { transferFen: bookedFen, withinFen: 0n, besideFen: charge.fen, isOpen: false };
  const [ordered] = stated;
  if (ordered === undefined) return undetailed(charge, { within, beside });
  if (stated.some((sum) => sum !== ordered && sum !== bookedFen)) return null;
  if (ordered === bookedFen) return beside;
  return ordered === lessCharge && charge.isWithin !== false ? within : null;
}

/** The amounts that the details of a transaction tell, the order's own first. */
export function statedAmounts({ AmtDtls }: Money): Fen[] {
  return [AmtDtls?.InstdAmt, AmtDtls?.TxAmt].flatMap((told) => (told ? [told.Amt] : []));
}

function undetailed({ fen, isWithin }: Charge, { within, beside }: { within: Split; beside: Split }): Split | null {
  if (isWithin === true) return within.transferFen >= 0n ? within : null;
  return { ...beside, isOpen: isWithin === null && fen !== 0n };
}
