/** A payment that is locked. `deductions` are what it settles of earlier recoveries. Fen. */
export type LockedPayment = {
  id: string;
  status: string;
  amountFen: bigint;
  deductedFen: bigint;
  applicationId: string;
  envelopeId: string;
  bankAccountId: string | null;
  regionCode: string;
  batchId: string | null;
  paidAt: Date | null;
  needsAccount: boolean;
  returnedReason: string | null;
  /** the later part of a sum that it pays; null: the payment of the decision */
  instalmentId: string | null;
  batch: { id: string; number: string; status: string; source: string } | null;
  replacedBy: { id: string } | null;
  application: { enterpriseId: string; number: string | null; item: { title: string; titleEn: string | null } };
  deductions: { recoveryId: string; applicationId: string; fen: bigint }[];
};

/** Whether a case moves with a payment: a later part of its sum is paid when it is closed already. */
export function movesCase({ instalmentId }: Pick<LockedPayment, "instalmentId">): boolean {
  return instalmentId === null;
}

/** What the bank transfers: the rest settles what the firm owes. Fen. */
export function netOf({ amountFen, deductedFen }: { amountFen: bigint; deductedFen: bigint }): bigint {
  return amountFen - deductedFen;
}

/**
 * What takes the place of a payment that came back: what was refused is paid whole, deductions included; of what came
 * back after it was paid, the transfer alone.
 */
export function repeated(payment: LockedPayment) {
  const { id: replacesId, applicationId, envelopeId, regionCode, instalmentId, amountFen, deductedFen } = payment;
  const sums = payment.paidAt !== null ? { amountFen: netOf(payment), deductedFen: 0n } : { amountFen, deductedFen };
  return { replacesId, applicationId, envelopeId, regionCode, instalmentId, ...sums };
}
