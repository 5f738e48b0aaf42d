import { rowName } from "~/features/policies/domain/item-name";
import type { Tx } from "~/platform/db.server";
import { findPublicities } from "../adapters/publicity.repository.server";

const pageSize = 20;

/** What is publicised at present: firm, item and sum, nothing else. */
export async function listPublicity(tx: Tx, page: number) {
  const { rows, count } = await findPublicities(tx, { skip: (page - 1) * pageSize, take: pageSize });
  const shown = rows.map(({ application, ...row }) => ({
    ...row,
    firm: application.enterprise.name,
    item: rowName(application.item),
  }));
  return { rows: shown, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}
