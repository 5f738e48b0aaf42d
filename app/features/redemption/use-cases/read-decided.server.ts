import { rowName } from "~/features/policies/domain/item-name";
import type { Tx } from "~/platform/db.server";
import { lastDecided } from "../adapters/replay.repository.server";
import { replayCase } from "./replay-case.server";

/** The cases that were decided last, each with how often its replay differs. */
export async function readDecided(tx: Tx, take: number) {
  const rows = await lastDecided(tx, take);
  const shown = [];
  for (const { id, number, state, decidedAt, item } of rows)
    shown.push({
      id,
      number,
      state,
      decidedAt,
      title: rowName(item),
      differences: (await replayCase(tx, id)).differences.length,
    });
  return shown;
}
