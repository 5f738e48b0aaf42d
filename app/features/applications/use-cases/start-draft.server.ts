import { actorId } from "~/features/identity/domain/actor";
import { isOffered } from "~/features/policies/domain/catalogue";
import { machineOf } from "~/features/redemption/use-cases/advance-case.server";
import { requireNotExcluded } from "~/features/redemption/use-cases/check-credit.server";
import { startDraftTerm } from "~/features/redemption/use-cases/sync-waits.server";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { createDraft, dropDraft, findOpen } from "../adapters/application.repository.server";

/**
 * The firm's open application of this year for an item, or a new draft on the item's present version. `anew` throws an
 * unfinished draft away first.
 * @throws Refusal `policies.not-found` (404), `applications.not-offered` (409)
 */
export async function startDraft(deps: Deps, input: { enterpriseId: string; itemId: string; anew: boolean }): Promise<{ id: string; state: string }> {
  const published = deps.catalogue.byId.get(input.itemId);
  if (!published) throw new Refusal("policies.not-found", 404);
  const today = shanghaiDay(deps.clock.now());
  const year = Number(today.slice(0, 4));
  const open = await findOpen(deps.tx, input.enterpriseId, input.itemId, year);
  if (open && !(input.anew && open.state === "draft")) return open;
  if (open) await dropDraft(deps.tx, open.id);
  if (!isOffered(published.item, today)) throw new Refusal("applications.not-offered");
  await requireNotExcluded(deps, input.enterpriseId);
  const { id } = await createDraft(deps.tx, {
    enterpriseId: input.enterpriseId, itemId: input.itemId, itemVersionId: published.versionId, year, state: "draft", ...machineOf(published.redemption), createdById: actorId(deps.actor) ?? input.enterpriseId, createdAt: deps.clock.now(), draftSavedAt: deps.clock.now(),
  });
  await startDraftTerm(deps, id, published.redemption);
  return { id, state: "draft" };
}
