import { recordAudit } from "~/features/documents/audited.server";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { findByOrder, holdOrder, insertDocument } from "../adapters/document.repository.server";
import { typefaces } from "../adapters/typefaces.server";
import type { DocumentKind } from "../domain/document-kinds";
import { layOut } from "../domain/lay-out";
import { flagMissing } from "../domain/missing-glyphs";
import type { Paper } from "../domain/paper";
import type { DocumentPress } from "../domain/press";
import { verificationCode } from "../domain/verification-code";

/** What issuing needs besides a transaction. */
export type Issuing = { storage: FileStorage; press: DocumentPress; publicUrl: string; isDemo: boolean };

/** What the public page says of a document. */
export type PublicFacts = {
  firm: string;
  creditCode: string;
  item?: string;
  caseNumber?: string;
  fen?: bigint | null;
  /** which handing-in of the case an application form is of; a later one takes its place */
  submission?: number;
};

export type Issue = {
  orderKey: string;
  kind: DocumentKind;
  enterpriseId: string;
  applicationId: string | null;
  year: number;
  /** the moment the document tells of; its day is the document's */
  at: Date;
  issuedOn: string;
  facts: PublicFacts;
  /** the words, once it is certain that they are needed */
  write(code: string): Promise<Paper>;
};

/** Writes, signs, stores and records a document once; the same order later gives the same document. */
export async function issueDocument(deps: Deps & Issuing, issue: Issue): Promise<{ id: string }> {
  await holdOrder(deps.tx, issue.orderKey);
  const earlier = await findByOrder(deps.tx, issue.orderKey);
  if (earlier) return earlier;
  const code = verificationCode(Buffer.from(deps.random.token(48), "base64url"));
  const { has, measure } = await typefaces();
  const { paper, missing } = flagMissing(await issue.write(code), has);
  const pages = layOut(paper, measure);
  const bytes = await deps.press.issue(pages, {
    title: paper.title,
    author: paper.office,
    subject: `${paper.number ?? ""} ${code}`.trim(),
    at: issue.at,
  });
  const fileHash = await deps.storage.put(bytes);
  const { write: _write, at: _at, facts, ...columns } = issue;
  const row = await insertDocument(deps.tx, {
    ...columns,
    code,
    number: paper.number,
    title: paper.title,
    office: paper.office,
    facts: JSON.parse(canonicalJson(facts)) as Prisma.InputJsonValue,
    fileHash,
    sizeBytes: bytes.length,
    pages: pages.length,
    missingGlyphs: missing.join(""),
    certificate: deps.press.certificate,
    createdAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "document.issued",
    subject: { type: "document", id: row.id },
    enterpriseId: issue.enterpriseId,
    after: { kind: issue.kind, number: paper.number, fileHash, applicationId: issue.applicationId },
  });
  return row;
}
