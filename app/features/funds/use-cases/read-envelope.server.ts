import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findShares, readEnvelopeRow } from "../adapters/envelope.repository.server";
import { entriesOfEnvelope } from "../adapters/ledger.repository.server";
import type { UserActor } from "~/access/actor";
import { availableOf } from "../domain/envelope-balance";
import { maySeeEnvelope } from "./read-budgets.server";
import { totalsOf } from "../domain/totals";

/**
 * An envelope with its sums, who shares its document's cost, and a page of its entries, newest first. @throws Refusal
 * `request.not-found` (404)
 */
export async function readEnvelope(
  deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor },
  id: string,
  page: number,
) {
  const { tx } = deps;
  const envelope = isUuid(id) ? await readEnvelopeRow(tx, id) : null;
  if (envelope?.kind !== "budget" || !maySeeEnvelope(deps, envelope.regionCode))
    throw new Refusal("request.not-found", 404);
  const [entries, shares] = await Promise.all([
    entriesOfEnvelope(tx, id, page),
    findShares(tx, envelope.documentId, envelope.year),
  ]);
  return { ...envelope, availableFen: availableOf(envelope), totals: totalsOf([envelope]), entries, shares };
}
