import { recordAudit } from "~/features/policies/audited.server";
import type { Prisma } from "~/generated/prisma/client";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { contentHash } from "~/platform/content-hash.server";
import { statedTerms } from "../adapters/document.repository.server";
import { storedItems, lockPublishing, upsertItems, writeVersions } from "../adapters/policy.repository.server";
import type { NewVersion } from "../adapters/policy-rows.server";
import type { PolicyItem } from "../domain/policy-item";
import type { RedemptionConfig } from "../domain/redemption-config";
import { withStated } from "../domain/stated-term";

export type Publication = {
  item: PolicyItem;
  redemption: RedemptionConfig;
  documentId: string;
  endsOn: PlainDate | null;
  draftId: string;
};

/** Version id of an item in force at this moment, null for an item that never had one; publishing is locked until the end. */
export async function lockCurrentVersion({ tx }: Pick<Deps, "tx">, itemId: string): Promise<string | null> {
  await lockPublishing(tx);
  return (await storedItems(tx)).get(itemId)?.versionId ?? null;
}

/**
 * Publishes what two persons have signed as the item's next immutable version. Cases that began under an older version
 * stay with it. A draft begun before its document was confirmed says of the document what was confirmed.
 */
export async function publishVersion(
  deps: Deps,
  publication: Publication,
): Promise<{ versionId: string; number: number }> {
  const { tx, clock, random } = deps;
  await lockPublishing(tx);
  const { redemption, documentId, endsOn } = publication;
  const item = withStated(publication.item, (await statedTerms(tx, [documentId])).get(documentId));
  const known = (await storedItems(tx)).get(item.id);
  const version: NewVersion = {
    versionId: random.uuid(),
    number: (known?.number ?? 0) + 1,
    contentHash: contentHash({ item, redemption }),
    item,
    redemption,
    documentId,
    publishedAt: clock.now(),
    origin: "workbench",
    endsOn,
  };
  await upsertItems(tx, [version]);
  await writeVersions(tx, [version]);
  await recordAudit(deps, {
    action: "policy-item.published",
    subject: { type: "policy-item", id: item.id },
    before: known ? { version: known.number, contentHash: known.contentHash } : undefined,
    after: {
      version: version.number,
      contentHash: version.contentHash,
      draft: publication.draftId,
      endsOn,
    } satisfies Prisma.InputJsonValue,
  });
  return { versionId: version.versionId, number: version.number };
}
