import type { Tx } from "~/platform/db.server";
import { namesOf } from "../adapters/user.repository.server";

/** Display names of people by user id; unknown ids are left out. */
export async function personNames(
  tx: Tx,
  ids: Iterable<string | null | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => typeof id === "string");
  if (wanted.length === 0) return new Map();
  const rows = await namesOf(tx, wanted);
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
