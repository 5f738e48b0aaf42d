import type { Facts } from "~/features/policies/domain/fact-definition";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { readFirmsById } from "../adapters/register.repository.server";
import { baseFacts, profileFacts } from "../domain/profile";

/** The flat maps that matching reads, of several firms at once; firms that don't exist are left out. */
export async function readFactsOfFirms(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseIds: readonly string[],
): Promise<{ enterpriseId: string; facts: Facts }[]> {
  const today = shanghaiDay(deps.clock.now());
  const firms = await readFirmsById(deps.tx, enterpriseIds);
  return firms.map(({ enterprise, records }) => ({
    enterpriseId: enterprise.id,
    facts: profileFacts(records, baseFacts(enterprise), today, deps.catalogue.registry.facts),
  }));
}
