import type { Bilingual } from "~/kernel/bilingual";
import { deedNames } from "../domain/deed";
import type { Tx } from "~/platform/db.server";

export type ClaimRow = {
  id: string;
  number: string;
  enterpriseId: string;
  itemId: string;
  title: Bilingual;
  /** the year it rewards */
  year: number;
  state: string;
  submittedAt: Date;
  decided: boolean;
  claimedFen: bigint | null;
  approvedFen: bigint | null;
  /** what was stated of the application alone, as an official set it right where one did */
  stated: unknown;
  exclusiveGroup: string | null;
  sharedCap: string | null;
  /** paid, less what was collected of it again */
  heldFen: bigint;
  /** later parts of its sum that are still to be paid */
  comingFen: bigint;
  /** what it deducted as a top-up when it was handed in last */
  cededFen: bigint;
};

/** One question after another for what a firm asks, decides or is paid: who comes second sees what the first did. */
export async function lockClaims(tx: Tx, enterpriseIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(enterpriseIds)].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('claims:' || ${id}, 0))`;
}

/** Everything firms have handed in, with what they hold of it. */
export function claimsOf(tx: Tx, enterpriseIds: readonly string[]): Promise<ClaimRow[]> {
  return tx.$queryRaw<
    ClaimRow[]
  >`SELECT * FROM claims_of(${[...enterpriseIds]}::uuid[], ${[...deedNames]}) /* of "Application", "CaseSubmission", "Payment", "Instalment", "LedgerTransaction", "LedgerEntry" */`;
}
