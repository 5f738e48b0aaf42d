import { actorId } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { replaceStatements, takeBackStatements, type FirmStatements } from "../adapters/enterprise.repository.server";
import { keepSizesOf } from "./save-facts.server";

/** Firms of one set of queries. */
const chunk = 1000;

/** Writes what an authority says about firms. Who calls it leaves the audit row and has the firms matched anew. */
export async function deliverFacts(deps: Deps, ofFirms: readonly FirmStatements[], at: Date): Promise<void> {
  const some = ofFirms.filter(({ statements }) => statements.length > 0);
  await replaceStatements(deps.tx, some, { by: actorId(deps.actor), at });
  await keepSizesOf(
    deps,
    some.map(({ enterpriseId }) => enterpriseId),
  );
}

/** Takes back what a delivery said and nobody has said otherwise since. @returns the firms it spoke of */
export async function takeBackFacts(deps: Deps, deliveryId: string): Promise<string[]> {
  const ids = await takeBackStatements(deps.tx, deliveryId, deps.clock.now());
  for (let start = 0; start < ids.length; start += chunk) await keepSizesOf(deps, ids.slice(start, start + chunk));
  return ids;
}
