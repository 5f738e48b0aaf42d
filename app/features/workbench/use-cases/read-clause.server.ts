import { recordAudit } from "~/features/workbench/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { askModel, modelAsking, type ModelAsking, type ModelEnv } from "../adapters/drafting-model.server";
import { longestClause, type KeptClause } from "../domain/drafting/kept-clause";
import { checkedProposals } from "../domain/drafting/model-proposals";
import { openCount, pointsOf, withPoints } from "../domain/drafting/open-points";
import { placeClauses, type Clause } from "../domain/drafting/span";
import { change, draftFor } from "./draft-state.server";
import { draftingContext, draftKept } from "./drafting-context.server";
import { toJson } from "~/platform/json-column";

type Context = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue"> & { env: ModelEnv };
export type Reading = { version: number; clauses: Clause[] };

/**
 * Keeps a text with a draft and the words of it that nothing covers as open points; nothing of the item changes. A configured model is
 * asked before the transaction begins.
 * @throws Refusal `workbench.clause-empty`, `workbench.clause-long` (422), `workbench.changed`, `workbench.not-allowed`
 */
export async function readClause(
  context: Context,
  actor: UserActor,
  id: string,
  { version, clauses }: Reading,
): Promise<void> {
  const { text } = placeClauses(clauses);
  if (text.trim() === "") throw new Refusal("workbench.clause-empty", 422);
  if (text.length > longestClause) throw new Refusal("workbench.clause-long", 422);
  const asking = modelAsking(context.env);
  const model = asking && (await asked(context, asking, text));
  await perform(context, actor, async (deps) => {
    const draft = await draftFor(deps, id, version, "save");
    const at = deps.clock.now();
    const clause: KeptClause = { clauses, byId: actor.userId, at: at.toISOString(), model };
    const drafting = draftKept(clause, deps.catalogue.registry);
    const points = withPoints(draft.points, pointsOf(drafting, null));
    await change(deps, draft, {
      clause: toJson(clause),
      points: toJson(points),
      changedById: actor.userId,
      changedAt: at,
      editorIds: [...new Set([...draft.editorIds, actor.userId])],
    });
    await recordAudit(deps, {
      action: "policy-draft.clause-read",
      subject: { type: "policy-draft", id },
      after: { signs: text.length, proposals: drafting.proposals.length, open: openCount(points) },
    });
  });
}

async function asked({ catalogue }: Context, asking: ModelAsking, text: string): Promise<KeptClause["model"]> {
  const { index } = draftingContext(catalogue.registry);
  const answer = await askModel(asking, text, index);
  if ("trouble" in answer) return { proposals: [], trouble: answer.trouble };
  return { proposals: checkedProposals(answer.answer, text, index), trouble: null };
}
