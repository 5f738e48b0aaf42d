import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { administration, type Office } from "../domain/subject";

/** The office a person works for; of an administrator the administrators' own, null for whoever has none. */
export function ownOffice({ departmentId, regionCode, permissions }: UserActor): Office | null {
  if (permissions.has("resolve:trouble:all")) return administration;
  return departmentId && regionCode ? { departmentId, regionCode } : null;
}

/** The office a person works for. @throws Refusal `request.forbidden` (403) */
export function officeOf(actor: UserActor): Office {
  const office = ownOffice(actor);
  if (!office) throw new Refusal("request.forbidden", 403);
  return office;
}
