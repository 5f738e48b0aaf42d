import type { StaffRole } from "~/access/permissions";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import { findOfficial, findOfficials, type OfficialFilter } from "../adapters/official.repository.server";

export { countWithoutMail, type OfficialFilter } from "../adapters/official.repository.server";

export const officialsPerPage = 30;

/** One page of the officials' accounts, by login name. */
export async function readOfficials(tx: Tx, filter: OfficialFilter, page: number) {
  const { rows, total } = await findOfficials(tx, filter, {
    skip: (page - 1) * officialsPerPage,
    take: officialsPerPage,
  });
  return {
    officials: rows.map((row) => ({ ...row, roles: row.roles as StaffRole[] })),
    total,
    pages: Math.ceil(total / officialsPerPage),
  };
}

/** One official's account. @throws Refusal `request.not-found` (404), also for people of firms */
export async function readOfficial(tx: Tx, id: string) {
  const row = isUuid(id) ? await findOfficial(tx, id) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  return { ...row, roles: row.roles as StaffRole[] };
}
