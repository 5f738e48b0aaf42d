import type { Permission, StaffRole } from "~/access/permissions";
import type { OwnWords } from "~/features/notices/domain/notice-params";
import type { Bilingual } from "~/kernel/bilingual";
import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import type { Office, SubjectType } from "../domain/subject";

/** What lists and notices say of a thing that waits; `firm` and `number` are empty where it has none. */
export type Described = { name: Bilingual | OwnWords; number: string; firm: string };

/** A piece of work on a thing of a kind. */
export type KindTask = { id: string; subjectId: string; stage: string } & Office;

/** Accounts that may not do a piece of work: who had a part in what it is about, who stands aside, who belongs to the firm. */
export type Barred = { involved: readonly string[]; aside: readonly string[]; related: readonly string[] };

/** What a context says of the things of its own that wait. */
export type SubjectKeeper = {
  describe(deps: Pick<Deps, "tx">, ids: readonly string[]): Promise<ReadonlyMap<string, Described>>;
  /** how the work of a stage is called, and what it asks of whoever has it */
  words(stage: string): { work: OwnWords; todo: OwnWords };
  /** the page of a thing */
  page(id: string): string;
  /** the page on which the work of a stage is done by those who have no person named for it */
  workPage(stage: string, id: string): string;
  /** the list of the work of a stage, and how it is called, where an office is warned of all of it at once; null: of each thing */
  together(stage: string): { page: string; name: OwnWords } | null;
  /** whether the working days of such work are promised to a firm */
  promised: boolean;
  /** what it takes to do the work of a stage: any of these; an office's people are told by the first */
  needs(stage: string): readonly [Permission, ...Permission[]];
  /** whether work of a stage may be given to somebody with these roles */
  mayBeGiven(stage: string, roles: readonly StaffRole[]): boolean;
  /** stages whose work is closed to some people of its office */
  barredStages: readonly string[];
  /** who may not do these pieces of work, by their ids */
  barred(deps: Pick<Deps, "tx">, tasks: readonly KindTask[]): Promise<ReadonlyMap<string, Barred>>;
};

/** Of work that is closed to nobody of its office. */
export const closedToNobody: Pick<SubjectKeeper, "barredStages" | "barred"> = {
  barredStages: [],
  barred: () => Promise.resolve(new Map()),
};

/** What all contexts say of what waits. */
export type SubjectKeepers = Readonly<Record<SubjectType, SubjectKeeper>>;

type OfSubject = { subjectType: string; subjectId: string };

/** Who keeps things of a kind. */
export function keeperOf(subjects: SubjectKeepers, { subjectType }: Pick<OfSubject, "subjectType">): SubjectKeeper {
  return subjects[subjectType as SubjectType];
}

const unknown: Described = { name: { zh: "", en: "" }, number: "", firm: "" };
const nobody: Barred = { involved: [], aside: [], related: [] };

/** Puts to each row what is said of its subject. */
export async function described<T extends OfSubject>(
  { tx, subjects }: Pick<Deps, "tx"> & { subjects: SubjectKeepers },
  rows: readonly T[],
): Promise<(T & { subject: Described })[]> {
  const known = new Map<string, ReadonlyMap<string, Described>>();
  for (const [type, own] of groupBy(rows, (row) => row.subjectType)) {
    const ids = [...new Set(own.map(({ subjectId }) => subjectId))];
    known.set(type, await keeperOf(subjects, { subjectType: type }).describe({ tx }, ids));
  }
  return rows.map((row) => ({ ...row, subject: known.get(row.subjectType)?.get(row.subjectId) ?? unknown }));
}

/** Puts to each row who may not do its work. */
export async function withBarred<T extends KindTask & OfSubject>(
  { tx, subjects }: Pick<Deps, "tx"> & { subjects: SubjectKeepers },
  rows: readonly T[],
): Promise<(T & { barred: Barred })[]> {
  const known = new Map<string, Barred>();
  for (const [type, own] of groupBy(rows, (row) => row.subjectType))
    for (const [id, barred] of await keeperOf(subjects, { subjectType: type }).barred({ tx }, own))
      known.set(id, barred);
  return rows.map((row) => ({ ...row, barred: known.get(row.id) ?? nobody }));
}
