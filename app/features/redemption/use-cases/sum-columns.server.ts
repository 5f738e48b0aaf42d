import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { listedAs, type CaseRow } from "../adapters/case.repository.server";

/** A case's sum once the rule gives another: a department's own gives way to it, unless the text leaves it open. */
export async function sumColumns({ tx }: Pick<Deps, "tx">, { id }: Pick<CaseRow, "id">, fen: Fen | null) {
  const isListed = (await listedAs(tx, id)).listVerdict !== null;
  if (isListed && fen === null) return {};
  return { claimedFen: fen, ...(isListed ? { sumReason: null } : {}) };
}
