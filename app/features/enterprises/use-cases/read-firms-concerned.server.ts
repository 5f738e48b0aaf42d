import { placesOf } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { firmsNamedOrIn, readFirmsById } from "../adapters/register.repository.server";
import { baseFacts, profileFacts, type FactRecord } from "../domain/profile";
import type { Facts } from "~/features/policies/domain/fact-definition";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue">;

/** A registered firm with all that is known of it; `factsWith` is its flat map with other statements. */
export type FirmAsKnown = {
  id: string;
  creditCode: string;
  name: string;
  records: readonly FactRecord[];
  factsWith: (records: readonly FactRecord[]) => Facts;
};

/** Ids of the firms with one of these codes, and of all firms of a place where one is given. */
export async function idsConcerned(
  { tx, catalogue }: Reading,
  codes: readonly string[],
  place: string | null,
): Promise<string[]> {
  const places = place === null ? [] : placesOf(catalogue.registry.regions, place);
  return (await firmsNamedOrIn(tx, codes, places)).map(({ id }) => id);
}

/** These firms as they are known now. */
export async function readFirmsAsKnown(deps: Reading, ids: readonly string[]): Promise<FirmAsKnown[]> {
  const today = shanghaiDay(deps.clock.now());
  const { facts } = deps.catalogue.registry;
  return (await readFirmsById(deps.tx, ids)).map(({ enterprise, records }) => ({
    id: enterprise.id,
    creditCode: enterprise.creditCode,
    name: enterprise.name,
    records,
    factsWith: (those) => profileFacts(those, baseFacts(enterprise), today, facts),
  }));
}
