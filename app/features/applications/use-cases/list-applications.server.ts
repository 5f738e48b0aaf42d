import type { Tx } from "~/platform/db.server";
import { listApplications as findApplications } from "../adapters/application.repository.server";
import { unseenByFirm } from "../adapters/message.repository.server";

/** A page of a firm's applications, newest first, each with how many messages of departments were not opened yet. */
export async function listApplications(tx: Tx, enterpriseId: string, page: number) {
  const found = await findApplications(tx, enterpriseId, page);
  const unseen = await unseenByFirm(
    tx,
    found.rows.map(({ id }) => id),
  );
  return { ...found, rows: found.rows.map((row) => ({ ...row, fresh: unseen.get(row.id) ?? 0 })) };
}
