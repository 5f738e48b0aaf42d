import { personNames } from "~/features/identity/use-cases/person-names.server";
import type { UserActor } from "~/access/actor";
import type { Language } from "~/features/policies/domain/value-words";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { assess, type ShownFinding } from "../domain/assess";
import { obstaclesOf } from "../domain/draft";
import { draftHead } from "./draft-page.server";
import { readDraft } from "./draft-state.server";
import { lintRecords } from "./lint-records.server";
import { readinessOf } from "./readiness.server";

/** What is there and what is missing for a publication, and what this person may do about it. */
export async function readRelease(
  context: Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">,
  actor: UserActor,
  id: string,
  language: Language,
) {
  return perform(context, actor, async (deps) => {
    const draft = await readDraft(deps, id);
    const ready = await readinessOf(deps, draft);
    const { findings } = assess(draft, {
      catalogue: deps.catalogue.registry,
      records: lintRecords(),
      today: ready.today,
      language,
    });
    const names = await personNames(deps.tx, [
      draft.createdById,
      draft.proposedById,
      draft.signedById,
      ...draft.editorIds,
    ]);
    const isDone = draft.status === "published" || draft.status === "discarded";
    return {
      ...draftHead(draft),
      obstacles: isDone ? [] : obstaclesOf(ready),
      competition: draft.competition,
      reviewOutdated: draft.competition !== null && draft.competition.contentHash !== ready.contentHash,
      backtest: draft.backtest,
      explained: findings
        .filter((finding): finding is ShownFinding & { why: string } => finding.why !== null)
        .map(({ key, text, why }) => ({ key, text, why })),
      publishOn: draft.publishOn,
      endsOn: draft.endsOn,
      demo: draft.content.document.demo === true,
      editors: draft.editorIds.map((editor) => names.get(editor) ?? ""),
      proposedBy: names.get(draft.proposedById ?? "") ?? null,
      proposedAt: draft.proposedAt,
      signedBy: names.get(draft.signedById ?? "") ?? null,
      signedAt: draft.signedAt,
      maySign: actor.permissions.has("sign:policy:all") && !draft.editorIds.includes(actor.userId),
    };
  });
}
export type Release = Awaited<ReturnType<typeof readRelease>>;
