import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Deps } from "~/platform/context.server";
import { currentRecords, findEnterprise, type EnterpriseRow } from "../adapters/enterprise.repository.server";
import { baseFacts, profileFacts, type FactRecord } from "../domain/profile";

export type Profile = { enterprise: EnterpriseRow; records: FactRecord[]; facts: Facts };

/**
 * A firm with all that is known of it; `facts` is the flat map that matching reads.
 * @throws Refusal `enterprises.not-found` (404)
 */
export async function readProfile(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseId: string,
): Promise<Profile> {
  const [enterprise, records] = await Promise.all([
    findEnterprise(deps.tx, enterpriseId),
    currentRecords(deps.tx, enterpriseId),
  ]);
  if (!enterprise) throw new Refusal("enterprises.not-found", 404);
  const facts = profileFacts(
    records,
    baseFacts(enterprise),
    shanghaiDay(deps.clock.now()),
    deps.catalogue.registry.facts,
  );
  return { enterprise, records, facts };
}
