import { recordAudit } from "~/features/funds/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { findShares, replaceShares } from "../adapters/envelope.repository.server";
import type { Share } from "../domain/choose-envelopes";

const levels = ["province", "city", "county"];

/**
 * Fixes who bears which part of a document's money in a year, by weights; no shares at all: the issuing authority alone.
 * What is reserved already stays where it is.
 * @throws Refusal `funds.shares-wrong` (422) for an unknown level, one named twice, or a weight that is no whole number from 1 to 1000
 */
export async function shareCosts(
  deps: Deps,
  { documentId, year, shares }: { documentId: string; year: number; shares: readonly Share[] },
): Promise<void> {
  requireShares(shares);
  const before = await findShares(deps.tx, documentId, year);
  await replaceShares(deps.tx, documentId, year, shares, deps.clock.now());
  await recordAudit(deps, {
    action: "budget.shared",
    subject: { type: "document", id: documentId },
    before: { year, shares: before.map((share) => ({ ...share })) },
    after: { year, shares: shares.map((share) => ({ ...share })) },
  });
}

/** @throws Refusal `funds.shares-wrong` (422) as `shareCosts` */
export function requireShares(shares: readonly Share[]): void {
  const sound = shares.every(
    ({ level, weight }) => levels.includes(level) && Number.isInteger(weight) && weight >= 1 && weight <= 1000,
  );
  if (!sound || new Set(shares.map(({ level }) => level)).size < shares.length)
    throw new Refusal("funds.shares-wrong", 422);
}
