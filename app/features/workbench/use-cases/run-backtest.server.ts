import { recordAudit } from "~/features/workbench/audited.server";
import type { UserActor } from "~/access/actor";
import { lockCurrentVersion } from "~/features/policies/use-cases/publish-version.server";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform, type Performing } from "~/platform/transact.server";
import type { BacktestSummary, EffectKind } from "../domain/backtest";
import type { EffectPage, Versions } from "../domain/sandbox";
import { askSandbox, type Away } from "./ask-sandbox.server";
import { change, draftFor, hashOf, readDraft, type Draft } from "./draft-state.server";
import { toJson } from "~/platform/json-column";

/**
 * Compares the draft with the version in force over the whole register and keeps the figures.
 * @throws Refusal as `draftFor` and the sandbox do; `workbench.changed` where the draft was saved meanwhile
 */
export async function runBacktest(
  context: Performing & Pick<AppContext, "sandbox">,
  actor: UserActor,
  id: string,
  version: number,
): Promise<void> {
  const draft = await readDraft({ tx: context.prisma }, id);
  const summary = await context.sandbox.ask({ topic: "backtest", ...versionsOf(context, draft) }, context.clock.now());
  await perform(context, actor, (deps) =>
    keepBacktest({ ...deps, actor }, id, version, { summary, contentHash: hashOf(draft, context.catalogue) }),
  );
}

/** The draft is locked by its version: had it been saved since it was compared, its version or its hash would be another. */
async function keepBacktest(
  deps: Deps & { actor: UserActor },
  id: string,
  version: number,
  { summary, contentHash }: { summary: BacktestSummary; contentHash: string },
): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  const baseVersionId = await lockCurrentVersion(deps, draft.itemId);
  const kept = { ...summary, contentHash, baseVersionId, byId: deps.actor.userId, at: deps.clock.now().toISOString() };
  await change(deps, draft, { backtest: toJson(kept) });
  await recordAudit(deps, { action: "policy-draft.backtested", subject: { type: "policy-draft", id }, after: kept });
}

function versionsOf({ catalogue }: Pick<AppContext, "catalogue">, draft: Draft): Versions {
  return { before: catalogue.byId.get(draft.itemId)?.item ?? null, after: draft.content };
}

/**
 * The firms a draft makes a difference to, one page of one kind, the greatest difference first; `away` says why none
 * can be shown for now.
 */
export async function listEffects(
  context: Pick<AppContext, "sandbox" | "clock" | "catalogue">,
  draft: Draft,
  kind: EffectKind | null,
  page: number,
): Promise<EffectPage & { away: Away | null }> {
  const { answer, away } = await askSandbox(context, { topic: "effects", ...versionsOf(context, draft), kind, page });
  return { ...(answer ?? { lines: [], count: 0 }), away };
}
