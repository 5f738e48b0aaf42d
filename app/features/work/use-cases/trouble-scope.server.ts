import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Scope } from "../adapters/trouble.repository.server";
import type { TroubleOffice } from "../domain/trouble";

/** The office a person works for, if any. */
export function officeScope({ departmentId, regionCode }: UserActor): TroubleOffice {
  return departmentId && regionCode ? { departmentId, regionCode } : null;
}

/** What somebody sees: an administrator all, everybody else what the own office has. @throws Refusal `request.forbidden` (403) */
export function scopeOf(actor: UserActor): Scope {
  if (actor.permissions.has("resolve:trouble:all")) return null;
  const office = officeScope(actor);
  if (!office) throw new Refusal("request.forbidden", 403);
  return office;
}
