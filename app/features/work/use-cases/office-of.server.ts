import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Office } from "../domain/subject";

/** The office a person works for. @throws Refusal `request.forbidden` (403) */
export function officeOf(actor: UserActor): Office {
  if (!actor.departmentId || !actor.regionCode) throw new Refusal("request.forbidden", 403);
  return { departmentId: actor.departmentId, regionCode: actor.regionCode };
}
