import { filesDiffer } from "~/features/policies/domain/stated-term";
import { readDocuments } from "~/features/policies/use-cases/read-documents.server";
import type { Tx } from "~/platform/db.server";
import { findStandings, type Standing } from "../adapters/statement.repository.server";
import { nothingSettled, type Settled } from "../domain/worklist";

export type Known = { settled: Settled; proposedById: string | null };

/** What officials decided of documents already, and what waits for a decision, by document. */
export async function readSettled(tx: Tx, ids: readonly string[]): Promise<(documentId: string) => Known> {
  const rows = await readDocuments(tx, ids);
  const standings = new Map((await findStandings(tx)).map((row) => [row.documentId, row]));
  const known = new Map(
    rows.map(({ id, stated, fileSaid }) => [
      id,
      {
        settled: { letEnd: letEndBy(standings.get(id)), filesDiffer: filesDiffer(stated, fileSaid) },
        proposedById: standings.get(id)?.proposedById ?? null,
      },
    ]),
  );
  return (id) => known.get(id) ?? { settled: nothingSettled, proposedById: null };
}

/** What the last signed statement of a document lets end. */
function letEndBy(standing: Standing | undefined): Settled["letEnd"] {
  return standing?.lastKind === "letEnd" ? { lastDay: standing.lastDay } : null;
}
