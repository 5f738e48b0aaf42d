import { contentHash } from "~/platform/content-hash.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { redemptionConfigOf, type RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findDraft, updateDraft, type Draft } from "../adapters/draft.repository.server";
import { nextStatus, type DraftEvent } from "../domain/draft";
import { withSettings } from "../domain/redemption-settings";

export type { Draft } from "../adapters/draft.repository.server";

/** @throws Refusal `workbench.not-found` (404) */
export async function readDraft({ tx }: Pick<Deps, "tx">, id: string): Promise<Draft> {
  const draft = isUuid(id) ? await findDraft(tx, id) : null;
  if (!draft) throw new Refusal("workbench.not-found", 404);
  return draft;
}

/** A draft that an event is allowed for, in the version the person saw. @throws Refusal `workbench.not-allowed`, `workbench.changed` */
export async function draftFor(deps: Pick<Deps, "tx">, id: string, version: number, event: DraftEvent): Promise<Draft> {
  const draft = await readDraft(deps, id);
  if (nextStatus(draft.status, event) === null) throw new Refusal("workbench.not-allowed");
  if (draft.version !== version) throw new Refusal("workbench.changed");
  return draft;
}

/** @throws Refusal `workbench.changed` when somebody else was faster */
export async function change(
  deps: Pick<Deps, "tx">,
  draft: Draft,
  data: Parameters<typeof updateDraft>[2],
): Promise<void> {
  if (!(await updateDraft(deps.tx, draft, data))) throw new Refusal("workbench.changed");
}

/** How the item of a draft would be redeemed. */
export function redemptionOf(
  { content, documentId, redemption }: Pick<Draft, "content" | "documentId" | "redemption">,
  { registry }: PublishedCatalogue,
): RedemptionConfig {
  const documentIdOf = (id: string) => (id === content.id ? documentId : registry.documentIdOf(id));
  return withSettings(redemptionConfigOf(content, { ...registry, documentIdOf }), redemption);
}

/** Hash of everything a publication would publish: what reviews and backtests are of. */
export function hashOf(
  draft: Pick<Draft, "content" | "documentId" | "redemption">,
  catalogue: PublishedCatalogue,
): string {
  return contentHash({ item: draft.content satisfies PolicyItem, redemption: redemptionOf(draft, catalogue) });
}
