import { Refusal } from "~/kernel/refusal";
import type { Tx } from "~/platform/db.server";
import type { FileStorage } from "~/platform/storage.server";
import { findNotices } from "../adapters/document.repository.server";

/** Of some cases, those whose publicity notice has been issued. */
export async function casesWithNotice(tx: Tx, applicationIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await findNotices(tx, applicationIds)).flatMap(({ applicationId }) => applicationId ?? []));
}

/**
 * The notice of a case that is publicised, for everybody. Whether it is publicised is for the caller to see.
 * @throws Refusal `request.not-found` (404) while it is not issued yet
 */
export async function readPublicNotice(
  { tx, storage }: { tx: Tx; storage: FileStorage },
  applicationId: string,
): Promise<{ fileName: string; bytes: Buffer }> {
  const [notice] = await findNotices(tx, [applicationId]);
  if (!notice) throw new Refusal("request.not-found", 404);
  return {
    fileName: `${notice.title} ${notice.number ?? ""}`.trim() + ".pdf",
    bytes: await storage.read(notice.fileHash),
  };
}
