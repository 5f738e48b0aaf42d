import { officeNameIn } from "~/features/policies/domain/offices";
import type { Language } from "~/i18n/translation";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findChange, findMoves, latestChanges, type Change, type MovedRow } from "../adapters/change.repository.server";
import { countMoves } from "../domain/term";
import { readMoves } from "./read-terms.server";
import type { TermKeepers } from "./term-keepers.server";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue"> & { terms: TermKeepers };
/** A term that moves, with the name of the office that has it. */
export type ShownMove = MovedRow & { office: string | null };

const linesPerPage = 20;

/**
 * A change of the calendar with what it moves: would move, as long as it is not confirmed.
 * @throws Refusal `request.not-found` (404), `redemption.calendar-end` (409)
 */
export async function readChange(
  deps: Reading,
  id: string,
  language: Language,
): Promise<{ change: Change; moves: ShownMove[] }> {
  const change = isUuid(id) ? await findChange(deps.tx, id) : null;
  if (!change) throw new Refusal("request.not-found", 404);
  const rows: MovedRow[] =
    change.status === "confirmed" ? await findMoves(deps.tx, id) : (await readMoves(deps, change.days)).moves;
  return { change, moves: rows.map((row) => shown(deps, row, language)) };
}

/** One page of what a change moves, and how much of each kind. */
export async function readChangePage(deps: Reading, id: string, language: Language, page: number) {
  const { change, moves } = await readChange(deps, id, language);
  const start = (page - 1) * linesPerPage;
  return {
    change,
    counts: countMoves(moves),
    total: moves.length,
    rows: moves.slice(start, start + linesPerPage),
    pages: Math.max(1, Math.ceil(moves.length / linesPerPage)),
  };
}

const changesShown = 20;

/** The changes that were entered last. */
export function readChanges({ tx }: Pick<Deps, "tx">): Promise<Change[]> {
  return latestChanges(tx, changesShown);
}

function shown({ catalogue }: Reading, row: MovedRow, language: Language): ShownMove {
  const { kind, subjectId, step, departmentId, regionCode, day, toDay, number, firm, item } = row;
  const { registry } = catalogue;
  const office = departmentId && regionCode ? officeNameIn(registry, { departmentId, regionCode }, language) : null;
  return { kind, subjectId, step, departmentId, regionCode, day, toDay, number, firm, item, office };
}
