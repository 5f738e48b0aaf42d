import type { Clock } from "~/kernel/clock";
import type { Random } from "~/kernel/random";
import { enqueue } from "~/platform/outbox.server";
import type { PrismaClient } from "~/generated/prisma/client";
import { contentHash } from "../adapters/content-hash.server";
import {
  currentVersions,
  upsertDepartments,
  upsertItems,
  withdrawMissing,
  writeVersions,
  type NewVersion,
} from "../adapters/policy.repository.server";
import type { Catalogue } from "../domain/catalogue";
import type { PublishedCatalogue, PublishedItem } from "../domain/published-catalogue";
import { redemptionConfigOf } from "../domain/redemption-config";

type Process = { prisma: PrismaClient; clock: Clock; random: Random };

/**
 * Publishes the catalogue files: an item whose content is new gets a new immutable version, an unchanged one keeps
 * its own, and one that left the files is withdrawn. The firms are matched anew with what changed. Running it again changes nothing.
 */
export async function loadCatalogue(process: Process, catalogue: Catalogue): Promise<PublishedCatalogue> {
  const items = await process.prisma.$transaction(
    async (tx) => {
      // One publisher at a time: two processes that start together must not both write version n + 1.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(340500)`;
      const known = await currentVersions(tx);
      const published = catalogue.items.map((item) => publish(process, catalogue, item, known.get(item.id)));
      const fresh = published.filter((each) => each.isNew).map((each): NewVersion => ({ ...each.published, publishedAt: process.clock.now() }));
      await upsertDepartments(tx, catalogue.departments);
      if (fresh.length > 0) await upsertItems(tx, catalogue, fresh);
      if (fresh.length > 0) await writeVersions(tx, fresh);
      await withdrawMissing(tx, catalogue.items.map((item) => item.id), process.clock.now());
      const gone = [...known.keys()].filter((id) => !catalogue.byId.has(id));
      const itemIds = [...fresh.map((version) => version.item.id), ...gone];
      // At the very first start there is nobody to tell yet.
      if (known.size > 0 && itemIds.length > 0) await enqueue({ tx, clock: process.clock }, { topic: "rematch-items", payload: { itemIds, reason: { kind: "publication", ref: null } } });
      return published.map((each) => each.published);
    },
    { timeout: 60_000 },
  );
  return { registry: catalogue, items, byId: new Map(items.map((each) => [each.item.id, each])) };
}

type Known = { versionId: string; number: number; contentHash: string };

function publish({ random }: Process, catalogue: Catalogue, item: Catalogue["items"][number], known: Known | undefined) {
  const redemption = redemptionConfigOf(item, catalogue);
  const hash = contentHash({ item, redemption });
  const isNew = known?.contentHash !== hash;
  const version = isNew ? { versionId: random.uuid(), number: (known?.number ?? 0) + 1 } : known;
  const published: PublishedItem = { versionId: version.versionId, number: version.number, contentHash: hash, item, redemption };
  return { published, isNew };
}
