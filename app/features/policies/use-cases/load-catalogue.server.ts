import { recordAudit } from "~/features/policies/audited.server";
import type { Clock } from "~/kernel/clock";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Random } from "~/kernel/random";
import { enqueue } from "~/platform/outbox.server";
import type { PrismaClient } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { contentHash } from "~/platform/content-hash.server";
import { noteFileTerms, statedTerms } from "../adapters/document.repository.server";
import {
  storedItems,
  lockPublishing,
  noteFiles,
  readCurrentVersions,
  upsertDepartments,
  upsertItems,
  withdrawMissing,
  writeVersions,
} from "../adapters/policy.repository.server";
import type { NewVersion } from "../adapters/policy-rows.server";
import type { Catalogue } from "../domain/catalogue";
import { decideFile, hasEnded, type StoredItem } from "../domain/file-decision";
import { publishedCatalogue, type PublishedCatalogue } from "../domain/published-catalogue";
import { redemptionConfigOf } from "../domain/redemption-config";
import { documentTermOf, withStated, type Stated } from "../domain/stated-term";

type Process = { prisma: PrismaClient; clock: Clock; random: Random };

/**
 * Publishes the catalogue files: an item whose file says something new gets a new immutable version, an unchanged file
 * leaves the item as it is (also where the workbench has published since), a file changed against a workbench version
 * waits, and an item that left the files is withdrawn. What two officials stated of a document goes before what its file
 * says of it (decision 271). The firms are matched anew with what changed. Running it again changes nothing.
 */
export async function loadCatalogue(process: Process, catalogue: Catalogue): Promise<PublishedCatalogue> {
  const now = process.clock.now();
  const today = shanghaiDay(now);
  return process.prisma.$transaction(
    async (tx) => {
      await lockPublishing(tx);
      const known = await storedItems(tx);
      const stated = await statedTerms(tx);
      const files = catalogue.items.map((item) =>
        readFile(process, catalogue, {
          item,
          known: known.get(item.id),
          stated: stated.get(catalogue.documentIdOf(item.id)),
        }),
      );
      const fresh = files
        .filter(({ decision }) => decision === "publish")
        .map(({ version }): NewVersion => ({ ...version, publishedAt: now, origin: "file", endsOn: null }));
      if (known.size > 0) await recordChanges(process, tx, { fresh, known, files });
      await upsertDepartments(tx, catalogue.departments);
      if (fresh.length > 0) await upsertItems(tx, fresh);
      if (fresh.length > 0) await writeVersions(tx, fresh);
      await noteFileTerms(
        tx,
        new Map(catalogue.items.map((item) => [catalogue.documentIdOf(item.id), documentTermOf(item.document)])),
      );
      await noteFiles(tx, {
        followed: files.filter(({ decision }) => decision === "publish" || decision === "follow").map(noted),
        waiting: files.filter(({ decision }) => decision === "wait").map(noted),
        restored: files
          .filter(({ known: before }) => before?.withdrawn && !hasEnded(before, today))
          .map(({ version }) => version.item.id),
      });
      const gone = await withdrawMissing(
        tx,
        catalogue.items.map((item) => item.id),
        now,
      );
      await orderRematch(process, tx, {
        isFirst: known.size === 0,
        itemIds: [...fresh.map((version) => version.item.id), ...gone],
      });
      return publishedCatalogue(catalogue, await inForce(tx, files, known, today));
    },
    { timeout: 60_000 },
  );
}

const loader = { kind: "system", name: "loader" } as const;

/** What files change is in the log as what the workbench publishes; the first start fills an empty platform. */
async function recordChanges(
  { clock }: Process,
  tx: Tx,
  {
    fresh,
    known,
    files,
  }: { fresh: readonly NewVersion[]; known: ReadonlyMap<string, StoredItem>; files: readonly FileItem[] },
): Promise<void> {
  const hashes = new Map(files.map(({ version, fileHash }) => [version.item.id, fileHash]));
  for (const { item, number, contentHash: hash, endsOn } of fresh) {
    const before = known.get(item.id);
    await recordAudit(
      { tx, clock, actor: loader },
      {
        action: "policy-item.published",
        subject: { type: "policy-item", id: item.id },
        before: before ? { version: before.number, contentHash: before.contentHash } : undefined,
        after: { version: number, contentHash: hash, file: hashes.get(item.id) ?? hash, endsOn },
      },
    );
  }
}

/** The firms are matched anew with what changed; at the very first start there is nobody to tell yet. */
async function orderRematch(
  { clock }: Process,
  tx: Tx,
  { isFirst, itemIds }: { isFirst: boolean; itemIds: readonly string[] },
): Promise<void> {
  if (isFirst || itemIds.length === 0) return;
  await enqueue(
    { tx, clock },
    { topic: "rematch-items", payload: { itemIds: [...itemIds], reason: { kind: "publication", ref: null } } },
  );
}

type FileItem = {
  /** of what the file itself says */
  fileHash: string;
  version: Omit<NewVersion, "publishedAt" | "origin" | "endsOn">;
  decision: ReturnType<typeof decideFile>;
  known: StoredItem | undefined;
};

function readFile(
  { random }: Process,
  catalogue: Catalogue,
  { item: said, known, stated }: { item: Catalogue["items"][number]; known?: StoredItem; stated?: Stated },
): FileItem {
  const redemption = redemptionConfigOf(said, catalogue);
  const fileHash = contentHash({ item: said, redemption });
  const decision = decideFile(known, fileHash);
  const item = withStated(said, stated);
  const hash = item === said ? fileHash : contentHash({ item, redemption });
  const named =
    decision === "publish" || !known
      ? { versionId: random.uuid(), number: (known?.number ?? 0) + 1 }
      : { versionId: known.versionId, number: known.number };
  return {
    fileHash,
    version: { ...named, contentHash: hash, item, redemption, documentId: catalogue.documentIdOf(item.id) },
    decision,
    known,
  };
}

function noted({ version, fileHash }: FileItem) {
  return { id: version.item.id, hash: fileHash };
}

/** What the files say where the files are in force, what is stored where the workbench has published; files' order first. */
async function inForce(tx: Tx, files: readonly FileItem[], known: ReadonlyMap<string, StoredItem>, today: string) {
  const followed = (file: FileItem) =>
    file.decision === "publish" || file.known?.contentHash === file.version.contentHash;
  const named = new Set(files.map(({ version }) => version.item.id));
  const others = [...known].filter(([id, { origin }]) => !named.has(id) && origin === "workbench").map(([id]) => id);
  const stored = await readCurrentVersions(tx, [
    ...files.filter((file) => !followed(file)).map(({ version }) => version.item.id),
    ...others,
  ]);
  const byId = new Map(stored.map((each) => [each.item.id, each]));
  const ended = (file: FileItem) =>
    file.decision !== "publish" && file.known !== undefined && hasEnded(file.known, today);
  const fromFiles = files
    .filter((file) => !ended(file))
    .flatMap((file) => (followed(file) ? [file.version] : (byId.get(file.version.item.id) ?? [])));
  return [...fromFiles, ...stored.filter(({ item }) => !named.has(item.id))];
}
