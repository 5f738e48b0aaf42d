import type { OfficeOrder } from "~/features/notices/domain/notice-order";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import type { CaseMove, Move, Term } from "../domain/term";

/** What a context that has terms does for a change of the calendar. */
export type TermKeeper = {
  /** its open terms that end on a day or later */
  read(deps: Pick<Deps, "tx">, from: PlainDate): Promise<Term[]>;
  /** Gives those of the moves that are its own their new day. */
  move(deps: Deps, moves: readonly Move[]): Promise<void>;
};

/** Everybody who has terms, and what is known of the cases most of them belong to. */
export type TermKeepers = {
  keepers: readonly TermKeeper[];
  /** Locks the cases of terms, so that none moves meanwhile. */
  hold(deps: Pick<Deps, "tx">, moves: readonly CaseMove[]): Promise<void>;
  /** who does the work of a stage at an office, and the list it stands in */
  workOf(stage: string, office: { departmentId: string; regionCode: string }): { to: OfficeOrder; href: string };
};
