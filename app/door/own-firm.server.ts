import { redirect } from "@remix-run/node";
import type { UserActor } from "~/access/actor";

/** The firm the person works for; without one, the way to register. */
export function ownFirm(actor: UserActor): string {
  if (!actor.enterpriseId) throw redirect("/register");
  return actor.enterpriseId;
}
