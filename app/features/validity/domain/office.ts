import type { UserActor } from "~/access/actor";
import { regionChain, type Catalogue } from "~/features/policies/domain/catalogue";

/** A department of a place. */
export type Office = { departmentId: string; regionCode: string };

/** The office an official works for; null for who belongs to none. */
export function officeOfActor({
  departmentId,
  regionCode,
}: Pick<UserActor, "departmentId" | "regionCode">): Office | null {
  return departmentId && regionCode ? { departmentId, regionCode } : null;
}

export function isSameOffice(one: Office, other: Office): boolean {
  return one.departmentId === other.departmentId && one.regionCode === other.regionCode;
}

/** Who sees what: an official of an office its documents; who watches over a place those of all offices in it. */
export function maySee(
  actor: Pick<UserActor, "departmentId" | "regionCode">,
  offices: readonly Office[],
  regions: Catalogue["regions"],
): boolean {
  const own = officeOfActor(actor);
  if (own) return offices.some((office) => isSameOffice(office, own));
  const { regionCode } = actor;
  return regionCode === null || offices.some((office) => regionChain(regions, office.regionCode).includes(regionCode));
}
