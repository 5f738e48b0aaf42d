import type { ClaimStanding } from "~/features/claims/domain/claims";
import { claimLines } from "~/features/claims/domain/claim-lines";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { readMovesOfCase } from "~/features/calendar/use-cases/moves-of-case.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { readVersion } from "../adapters/case.repository.server";
import { findCase, findVisibleIds, type CaseRow } from "../adapters/desk.repository.server";
import { submissionOf } from "../adapters/submission.repository.server";
import { conflictOf } from "../domain/conflict";
import { casesVisibleTo, isPanelist } from "../domain/desk-scope";
import { readCase } from "../domain/decide";
import { mayRecompute, sumNow } from "../domain/sum-now";
import { readCaseClaim } from "./hold-case-claim.server";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { noteCaseView } from "./review-case.server";
import { headOf, historyOf, papersOf, rightsOf, ruleOf, sideOf, type DeskCase } from "./desk-case-parts.server";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/**
 * A case as its reviewer works on it: the rule beside the frozen figures, where each figure comes from, materials,
 * history, and what may be done now. An expert sees neither the account nor the other experts' scores: each judges alone.
 * @throws Refusal `applications.not-found` (404), also for another office's case and, to an expert, for one without a panel
 */
export async function readDeskCase(deps: Deps & { actor: UserActor }, id: string, language: "zh" | "en") {
  const row = await findSeen(deps, id);
  await noteCaseView(deps, id, row.enterprise.id);
  const seen = await readVisible(deps, row, language);
  const { item } = seen;
  const claim = await readCaseClaim(deps, { id: row.id, enterpriseId: row.enterprise.id, item, year: row.year });
  const rights = rightsOf(seen);
  return {
    ...headOf(seen),
    ...ruleOf(seen),
    ...papersOf(seen),
    ...historyOf(seen, await readCalendar(deps), shanghaiDay(deps.clock.now())),
    ...sideOf(seen),
    ...rights,
    claims: await readClaimLines(deps, claim),
    sumNow: mayRecompute(rights.actions) ? sumNow(seen.last, item, claim) : null,
    moves: await readMovesOfCase(deps, row.id, { withObjections: !isPanelist(deps.actor) }),
  };
}

/** What is read of a case before anything of it is shown. @throws Refusal `applications.not-found` (404) for a draft */
async function readVisible(deps: Deps & { actor: UserActor }, row: CaseRow, language: "zh" | "en"): Promise<DeskCase> {
  const { config, item } = await readVersion(deps.tx, row.itemVersionId);
  const { submissions, last } = handedIn(row);
  return {
    row,
    config,
    item,
    submissions,
    last,
    standing: readCase(config, readSnapshot(row.snapshot)),
    actor: deps.actor,
    office: officeOf(deps.actor),
    conflict: conflictOf(deps.actor, row.enterprise.id, row.recusals),
    registry: deps.catalogue.registry,
    language,
    people: await personNames(deps.tx, [
      ...last.frozen.records.map(({ saidBy }) => saidBy),
      ...row.tasks.map(({ assigneeId }) => assigneeId),
      ...row.recusals.map(({ userId }) => userId),
    ]),
  };
}

/** Everything that was handed in, and the facts that count. @throws Refusal `applications.not-found` (404) for a draft */
function handedIn(row: CaseRow) {
  const submissions = row.submissions.map(submissionOf);
  const last = submissions.at(-1);
  if (!last) throw new Refusal("applications.not-found", 404);
  return { submissions, last };
}

/** What counts against a case, each with whether the reader may open it. */
async function readClaimLines(deps: Deps & { actor: UserActor }, standing: ClaimStanding) {
  const lines = claimLines(standing);
  const seen = casesVisibleTo(deps.actor);
  const open =
    seen && lines.length > 0
      ? await findVisibleIds(
          deps.tx,
          lines.map(({ id }) => id),
          seen,
        )
      : new Set<string>();
  return lines.map((line) => ({ ...line, mayOpen: open.has(line.id) }));
}

async function findSeen({ tx, actor }: Pick<Deps, "tx"> & { actor: UserActor }, id: string) {
  const seen = casesVisibleTo(actor);
  const row = isUuid(id) && seen ? await findCase(tx, { id, ...seen }) : null;
  if (!row) throw new Refusal("applications.not-found", 404);
  return row;
}
