import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import type { CaseMoves } from "../domain/case-moves";
import { movesOfCase } from "../adapters/change.repository.server";

/** The changes of the calendar that moved terms of a case, in order; `withObjections` where the reader knows of those. */
export async function readMovesOfCase(
  { tx }: Pick<Deps, "tx">,
  applicationId: string,
  { withObjections }: { withObjections: boolean },
): Promise<CaseMoves[]> {
  const rows = (await movesOfCase(tx, applicationId)).filter(
    ({ kind }) => kind !== "trouble" && (withObjections || kind !== "objection"),
  );
  return [...groupBy(rows, ({ changeId }) => changeId)].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const { kind, year, number, reason } = first.change;
    const terms = own.map(({ kind: of, step, fromDay, toDay }) => ({ kind: of, step, from: fromDay, to: toDay }));
    return [{ key, at: first.at, reason: { kind, year, number, reason }, terms }];
  });
}
