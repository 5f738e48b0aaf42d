import { readClaimsByFirm } from "./read-claims.server";
import { receivedOf } from "../domain/claims";
import type { Received } from "../domain/received";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";

type Reading = Pick<Deps, "tx" | "catalogue" | "clock">;

/**
 * What counts against a firm's applications of this year, in yuan by item and year: paid and not paid back, promised, asked
 * for. Top-ups pay only the difference to it, shared caps are filled by it.
 */
export async function readReceived(deps: Reading, enterpriseId: string): Promise<Received> {
  return (await readReceivedByFirm(deps, [enterpriseId])).get(enterpriseId) ?? [];
}

/** What counts for each of these firms; firms with nothing are left out. */
export async function readReceivedByFirm(
  deps: Reading,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<string, Received>> {
  const year = yearOf(shanghaiDay(deps.clock.now()));
  const claims = await readClaimsByFirm(deps, enterpriseIds);
  return new Map([...claims].map(([id, own]) => [id, receivedOf(own, year)]));
}
