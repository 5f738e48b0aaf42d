import { colleagues, holdersOf } from "~/features/identity/use-cases/colleagues.server";
import type { Tx } from "~/platform/db.server";
import { administration, type Office } from "../domain/subject";

type WorksAt = { departmentId: string | null; regionCode: string | null };

/** The people who may have what waits at an office; of what the platform's administrators have, these. */
export function peopleOf(tx: Tx, office: Office) {
  return office.departmentId === administration.departmentId
    ? holdersOf(tx, "resolve:trouble:all")
    : colleagues(tx, office);
}

/** The people who may have the work of somebody who works there; of who belongs to no office, as administrators do, these. */
export function peopleBeside(tx: Tx, { departmentId, regionCode }: WorksAt) {
  return peopleOf(tx, departmentId && regionCode ? { departmentId, regionCode } : administration);
}
