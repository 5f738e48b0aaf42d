import { readConfig } from "~/features/policies/domain/stored-item";
import type { Barred, SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import type { Expiry } from "~/features/work/use-cases/run-deadlines.server";
import { configOfCase, namesOfCases, partiesOfCases } from "../adapters/case-subject.repository.server";
import { permissionFor, selectionsPage, workHref, workWords } from "../domain/acting-on";
import { barredStages, keptFrom } from "../domain/barred";
import { readCase } from "../domain/decide";
import { readSnapshot } from "../domain/migrate-snapshot";
import { mayBeGiven } from "../domain/desk-scope";
import type { CaseEvent } from "../domain/events";
import { neededFor } from "../domain/review-actions";
import type { TaskStage } from "../domain/tasks";
import { troubleOffice } from "../domain/trouble-office";
import { advanceCase } from "./advance-case.server";
import { describedByCase } from "./described-by-case.server";

type Party = Awaited<ReturnType<typeof partiesOfCases>>[number];

function barredFrom(stage: string, { snapshot, itemVersion, recusals, enterprise }: Party): Barred {
  const { context } = readCase(readConfig(itemVersion.redemption), readSnapshot(snapshot));
  return {
    involved: keptFrom(stage, context, []),
    aside: recusals.map(({ userId }) => userId),
    related: enterprise.memberships.map(({ userId }) => userId),
  };
}

/** Cases, as things that wait. */
export const caseWork: SubjectKeeper = {
  describe: async ({ tx }, ids) =>
    describedByCase((await namesOfCases(tx, ids)).map(({ id, ...application }) => ({ id, application }))),
  words: workWords,
  page: (id) => `/desk/cases/${id}`,
  workPage: (stage, id) => workHref(stage, { id }),
  together: (stage) => (stage === "ranking" ? { page: selectionsPage, name: workWords(stage).work } : null),
  promised: true,
  needs: (stage) => [permissionFor(stage), ...neededFor(stage as TaskStage)],
  mayBeGiven,
  barredStages,
  barred: async ({ tx }, tasks) => {
    const ids = [...new Set(tasks.map(({ subjectId }) => subjectId))];
    const parties = new Map((await partiesOfCases(tx, ids)).map((party) => [party.id, party]));
    return new Map(
      tasks.flatMap(({ id, stage, subjectId }) => {
        const party = parties.get(subjectId);
        return party ? [[id, barredFrom(stage, party)]] : [];
      }),
    );
  },
};

/** Terms that end the case when they end. */
const lapsing: readonly string[] = ["CORRECTION_OVERDUE", "CONFIRM_OVERDUE", "DRAFT_OVERDUE"];

/** What the end of a term does to a case. */
export const caseExpiry: Expiry = {
  carryOut: async (deps, { id, subjectId, event }) => {
    const closing = lapsing.includes(event) ? { set: { closedAt: deps.clock.now() } } : {};
    await advanceCase(deps, {
      where: { id: subjectId },
      event: { type: event } as CaseEvent,
      idempotencyKey: `deadline:${id}`,
      ...closing,
    });
  },
  officeFor: async ({ tx }, id, reason) => troubleOffice(await configOfCase(tx, id), reason),
};
