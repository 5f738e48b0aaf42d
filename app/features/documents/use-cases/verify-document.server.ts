import { createHash } from "node:crypto";
import { readRevocation } from "~/features/redemption/use-cases/read-revocation.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Tx } from "~/platform/db.server";
import { findByCode, findNewestForm, submissionIn } from "../adapters/document.repository.server";
import { readCode } from "../domain/verification-code";
import type { PublicFacts } from "./issue-document.server";
import { storedAs } from "~/kernel/stored";

type StoredFacts = Omit<PublicFacts, "fen"> & { fen?: string | null };
const readFacts = storedAs<StoredFacts>("facts of a document");

/**
 * What was issued under a code, for everybody who holds the document; an application form that a later handing-in replaced,
 * and a decision that was revoked, say since when.
 * @throws Refusal `documents.unknown-code` (404)
 */
export async function verifyDocument(tx: Tx, typed: string) {
  const code = readCode(typed);
  const row = code && (await findByCode(tx, code));
  if (!row) throw new Refusal("documents.unknown-code", 404);
  const { applicationId, orderKey, ...document } = row;
  const { fen, ...facts } = readFacts(row.facts);
  const newest = row.kind === "application" && applicationId ? await findNewestForm(tx, applicationId) : null;
  const revokedAt = applicationId ? (await readRevocation(tx, applicationId))(orderKey) : null;
  return {
    ...document,
    facts,
    revokedOn: revokedAt && shanghaiDay(revokedAt),
    fen: fen ? BigInt(fen) : null,
    supersededOn: newest && newest.submission > submissionIn(row.facts) ? newest.issuedOn : null,
  };
}

/**
 * Whether a file is, byte for byte, the one that was issued under the code.
 * @returns its sha256 (hex) and the verdict
 */
export async function compareFile(tx: Tx, typed: string, bytes: Uint8Array): Promise<{ same: boolean; hash: string }> {
  const { fileHash } = await verifyDocument(tx, typed);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { same: hash === fileHash, hash };
}
