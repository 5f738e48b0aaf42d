import type { Actor } from "~/access/actor";
import { namesOfItems } from "~/features/policies/use-cases/names-of-items.server";
import { reconcileWork } from "~/features/work/use-cases/reconcile-work.server";
import type { SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import type { Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { perform, type Performing } from "~/platform/transact.server";
import { proposedRounds } from "../adapters/ranking.repository.server";
import { confirmationDays, readSelectionId, selectionHref, selectionId } from "../domain/selection-subject";
import { reviewersList } from "./described-by-case.server";

const stage = "confirmation";

/** A proposal for a year's selection, as a thing that waits for the second person: whoever proposed it may not confirm it. */
export const selectionWork: SubjectKeeper = {
  ...reviewersList("/desk/selections", "selections"),
  describe: async ({ tx }, ids) => {
    const names = await namesOfItems(
      tx,
      ids.map((id) => readSelectionId(id).itemId),
    );
    return new Map(
      ids.flatMap((id) => {
        const { itemId, year } = readSelectionId(id);
        const name = names.get(itemId);
        return name ? [[id, { name, number: String(year), firm: "" }]] : [];
      }),
    );
  },
  page: (id) => selectionHref(readSelectionId(id)),
  workPage: (_stage, id) => selectionHref(readSelectionId(id)),
  together: () => null,
  barredStages: [stage],
  barred: async ({ tx }, tasks) => {
    const rounds = new Map((await proposedRounds(tx)).map((round) => [selectionId(round), round.proposedById]));
    return new Map(
      tasks.map(({ id, subjectId }) => [
        id,
        { involved: [rounds.get(subjectId)].filter((each) => each !== undefined), aside: [], related: [] },
      ]),
    );
  },
};

/** A round that once a day brings the work on proposals to the days the calendar counts now. */
export function keepSelectionsDaily(process: Performing & Pick<Deps, "clock">, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, keepSelections));
}

/** Proposals wait for the second person as work of their office. */
export async function keepSelections(deps: Deps): Promise<void> {
  const rounds = await proposedRounds(deps.tx);
  await reconcileWork(
    deps,
    "selection",
    rounds.map(({ departmentId, regionCode, ...round }) => ({
      ...{ subjectId: selectionId(round), departmentId, regionCode, stage },
      term: { workingDays: confirmationDays },
    })),
  );
}
