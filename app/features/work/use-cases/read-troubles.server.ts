import { caseOffice, type UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import {
  countTroubles,
  findTroubles,
  type TroubleFilter,
  type TroubleRow,
} from "../adapters/trouble.repository.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { administration } from "../domain/subject";
import { peopleOf } from "./people-of.server";
import { mayGiveUp, mayRetry } from "../domain/trouble";
import { officeScope, scopeOf } from "./trouble-scope.server";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue"> & { actor: UserActor };

export const troublesPerPage = 20;

/** One page of what can't go on, as far as somebody has to do with it; error texts are for administrators alone. */
export async function readTroubles(deps: Reading, filter: TroubleFilter, page: number) {
  const scope = scopeOf(deps.actor);
  const [count, rows] = await Promise.all([
    countTroubles(deps.tx, scope, filter),
    findTroubles(deps.tx, scope, filter, { take: troublesPerPage, skip: (page - 1) * troublesPerPage }),
  ]);
  const names = await personNames(
    deps.tx,
    rows.map(({ assigneeId }) => assigneeId),
  );
  return {
    ...{ count, pages: Math.max(1, Math.ceil(count / troublesPerPage)) },
    rows: rows.map((row) => ({ ...shown(deps, row), person: names.get(row.assigneeId ?? "") ?? null })),
    administrators: scope === null ? await peopleOf(deps.tx, administration) : [],
  };
}

/** How much can't go on that somebody has to do with, in all or of one case; null for who has no list of it. */
export async function openTroubles(
  { tx, actor }: Pick<Reading, "tx" | "actor">,
  applicationId?: string,
): Promise<number | null> {
  if (!actor.permissions.has("resolve:trouble:department")) return null;
  return countTroubles(tx, scopeOf(actor), { over: false, applicationId });
}

export type ShownTrouble = Awaited<ReturnType<typeof readTroubles>>["rows"][number];

/** A trouble with the name of its office and what the reader may do. */
export function shown({ catalogue, actor }: Pick<Reading, "catalogue" | "actor">, row: TroubleRow) {
  const { registry } = catalogue;
  const open = row.closedAt === null;
  return {
    ...row,
    detail: actor.permissions.has("resolve:trouble:all") ? row.detail : null,
    office: registry.departments.find(({ id }) => id === row.departmentId) ?? null,
    region: row.regionCode === null ? null : (registry.regions.get(row.regionCode) ?? null),
    caseHref: row.applicationId && caseOffice(actor) ? `/desk/cases/${row.applicationId}` : null,
    mayRetry: open && row.retriedAt === null && mayRetry(row.kind),
    mayGiveUp: open && mayGiveUp(row, officeScope(actor)),
  };
}
