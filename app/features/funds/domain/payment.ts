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
  batch: { id: string; number: string; status: string; source: string } | null;
  replacedBy: { id: string } | null;
  application: { enterpriseId: string; number: string | null; item: { title: string; titleEn: string | null } };
  deductions: { recoveryId: string; applicationId: string; fen: bigint }[];
};

/** What the bank transfers: the rest settles what the firm owes. Fen. */
export function netOf({ amountFen, deductedFen }: { amountFen: bigint; deductedFen: bigint }): bigint {
  return amountFen - deductedFen;
}
