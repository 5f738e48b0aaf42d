import { recordAudit } from "~/features/policies/audited.server";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { contentHash } from "~/platform/content-hash.server";
import { lockDocument, writeStated } from "../adapters/document.repository.server";
import {
  itemIdsOf,
  storedItems,
  lockPublishing,
  readCurrentVersions,
  upsertItems,
  writeVersions,
} from "../adapters/policy.repository.server";
import type { NewVersion } from "../adapters/policy-rows.server";
import type { StoredItem } from "../domain/file-decision";
import type { PublishedItem } from "../domain/published-catalogue";
import { withStated, type Stated } from "../domain/stated-term";

/**
 * Publishes what two officials stated of a document: every item of it gets its next version with that number, term and
 * validity, and all firms are matched anew with them. From then on it goes before what `rules/` says of the document.
 * @param statementId the statement it rests on, kept with each publication
 */
export async function stateDocument(
  deps: Deps,
  documentId: string,
  { term, statementId }: { term: Stated["term"]; statementId: string },
): Promise<void> {
  const { tx } = deps;
  await lockPublishing(tx);
  const row = await lockDocument(tx, documentId);
  const stated: Stated = { term, overFile: row?.fileSaid ?? null };
  const [known, current] = [await storedItems(tx), await readCurrentVersions(tx, await itemIdsOf(tx, documentId))];
  const versions = current.flatMap((published) => {
    const before = known.get(published.item.id);
    return before ? [nextVersion(deps, published, before, stated)] : [];
  });
  await upsertItems(tx, versions);
  await writeVersions(tx, versions);
  await writeStated(tx, documentId, stated);
  for (const version of versions) await recordPublication(deps, version, known.get(version.item.id), statementId);
  const itemIds = versions.map(({ item }) => item.id);
  await enqueue(deps, { topic: "rematch-items", payload: { itemIds, reason: { kind: "publication", ref: null } } });
}

function nextVersion(
  { clock, random }: Deps,
  { item, redemption, documentId }: PublishedItem & { documentId: string },
  { number, origin, endsOn }: StoredItem,
  stated: Stated,
): NewVersion {
  const next = withStated(item, stated);
  return {
    versionId: random.uuid(),
    number: number + 1,
    contentHash: contentHash({ item: next, redemption }),
    item: next,
    redemption,
    documentId,
    publishedAt: clock.now(),
    origin,
    endsOn,
  };
}

async function recordPublication(
  deps: Deps,
  { item, number, contentHash: hash, endsOn }: NewVersion,
  before: StoredItem | undefined,
  statement: string,
): Promise<void> {
  await recordAudit(deps, {
    action: "policy-item.published",
    subject: { type: "policy-item", id: item.id },
    before: before ? { version: before.number, contentHash: before.contentHash } : undefined,
    after: { version: number, contentHash: hash, statement, endsOn },
  });
}
