import type { UserActor } from "~/access/actor";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { readDraftItem } from "../domain/draft-item";
import type { SavedDraft } from "../workbench.schema";
import { change, draftFor } from "./draft-state.server";
import { toJson } from "~/platform/json-column";

export type Saved = { version: number; savedAt: Date };

/**
 * Keeps a draft as it is on the page; incomplete is fine, broken is not. The item's id stays what it is.
 * @throws Refusal `workbench.changed` (somebody else saved meanwhile), `workbench.not-allowed`, `workbench.broken` (422)
 */
export async function savePolicyDraft(
  deps: Deps & { actor: UserActor },
  id: string,
  saved: SavedDraft,
): Promise<Saved> {
  const draft = await draftFor(deps, id, saved.version, "save");
  const content = readDraftItem(saved.content);
  if (!content || content.id !== draft.itemId) throw new Refusal("workbench.broken", 422);
  const savedAt = deps.clock.now();
  const isSame = canonicalJson([content, saved.redemption]) === canonicalJson([draft.content, draft.redemption]);
  await change(deps, draft, {
    content: toJson(content),
    redemption: saved.redemption as Prisma.InputJsonValue,
    explained: saved.explained,
    publishOn: saved.publishOn,
    endsOn: saved.endsOn,
    changedById: deps.actor.userId,
    changedAt: savedAt,
    ...(isSame || draft.editorIds.includes(deps.actor.userId)
      ? {}
      : { editorIds: [...draft.editorIds, deps.actor.userId] }),
  });
  return { version: draft.version + 1, savedAt };
}
