import { recordAudit } from "~/features/validity/audited.server";
import { keepPaper, requireReadable, type PaperFile } from "~/features/funds/use-cases/keep-paper.server";
import type { UserActor } from "~/access/actor";
import { authorsOf } from "~/features/identity/use-cases/colleagues.server";
import { holds, lastDayOf } from "~/features/policies/domain/validity";
import { holdDocument } from "~/features/policies/use-cases/read-documents.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueueAll } from "~/platform/outbox.server";
import type { FileStorage } from "~/platform/storage.server";
import { perform, type Performing } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import { addStatement, findStatementByKey, isWaiting } from "../adapters/statement.repository.server";
import type { OfficeDocument } from "../domain/documents";
import { kindsOf, problemsOf, type Present, type Said } from "../domain/statement";
import { stateOfDocument, termOfDocument } from "../domain/worklist";
import { ownDocument } from "./own-document.server";

export type Proposal = Omit<Said, "source"> & {
  documentId: string;
  /** of the document, as the proposer saw it */
  version: number;
  /** where the text is read; empty where a file is handed in */
  address: string;
  file: PaperFile;
  idempotencyKey: string;
};
type Proposing = Deps & { actor: UserActor; storage: FileStorage };
/** What is wrong with fields, as the keys of its words. */
type Faults = Readonly<Record<string, string>>;

/**
 * Proposes what a form says. Sent twice at the same moment it proposes once. Returns and throws as `proposeStatement`
 * and `requireReadable`.
 */
export async function proposeFromForm(
  context: Performing & { storage: FileStorage },
  actor: UserActor,
  proposal: Proposal,
): Promise<Faults | null> {
  await requireReadable(proposal.file);
  const { storage } = context;
  return againOnConflict(() =>
    perform(context, actor, (deps) => proposeStatement({ ...deps, actor, storage }, proposal)),
  );
}

/**
 * Says of a document of the own office whether it is in force, with number, day, words and source. Nothing changes before
 * a second person of the office decides. The same key proposes once.
 * @returns what is wrong with fields, or null
 * @throws Refusal `request.not-found` (404) for another office's document, `validity.changed`, `validity.waiting`,
 *   `validity.kind` (409), `applications.file-*` (422)
 */
export async function proposeStatement(deps: Proposing, proposal: Proposal): Promise<Faults | null> {
  const known = await findStatementByKey(deps.tx, proposal.idempotencyKey);
  if (known?.createdById === deps.actor.userId && known.documentId === proposal.documentId) return null;
  if (known) throw new Refusal("request.not-found", 404);
  const own = ownDocument(deps, proposal.documentId);
  await requirePresent(deps, proposal);
  const present = presentOf(deps, own);
  const faults = faultsOf(proposal, present);
  if (Object.keys(faults).length > 0) return faults;
  const file = proposal.file ? await keepPaper(deps.storage, proposal.file) : null;
  const id = deps.random.uuid();
  const said = columnsOf(proposal, present);
  await addStatement(deps.tx, {
    id,
    documentId: own.id,
    ...own.office,
    ...said,
    ...file,
    documentVersion: proposal.version,
    createdById: deps.actor.userId,
    createdAt: deps.clock.now(),
    idempotencyKey: proposal.idempotencyKey,
  });
  await recordAudit(deps, {
    action: "policy-document.statement-proposed",
    subject: { type: "document", id: own.id },
    after: { statement: id, ...said, sha256: file?.fileHash ?? null },
  });
  await tellSigners(deps, own, id);
  return null;
}

/** What is kept of a statement; one that lets a document end names the day it ends on. */
function columnsOf({ kind, number, day, from, until, since, by, words, address }: Proposal, { state, last }: Present) {
  return {
    kind,
    number: number || null,
    day,
    validFrom: from,
    validTo: kind !== "letEnd" ? until : holds(state) ? last : null,
    since,
    by: by || null,
    words,
    address: address || null,
  };
}

function presentOf({ clock }: Proposing, { document }: OfficeDocument): Present {
  const today = shanghaiDay(clock.now());
  return { today, state: stateOfDocument(document, today), last: lastDayOf(termOfDocument(document)) };
}

/** @throws Refusal `validity.changed` where the document is another by now, `validity.waiting` where something waits for a decision */
async function requirePresent({ tx }: Proposing, { documentId, version }: Proposal): Promise<void> {
  const row = await holdDocument(tx, documentId);
  if (row?.version !== version) throw new Refusal("validity.changed");
  if (await isWaiting(tx, documentId)) throw new Refusal("validity.waiting");
}

function faultsOf(proposal: Proposal, present: Present): Faults {
  const { kind, address, file } = proposal;
  if (!kindsOf(present.state, present.last).includes(kind)) throw new Refusal("validity.kind");
  const hasSource = kind === "letEnd" || address !== "" || file !== null;
  return {
    ...problemsOf({ ...proposal, source: "" }, present),
    ...(hasSource ? {} : { address: "validity:problem.noSource" }),
  };
}

/** Tells those who can sign it: every other author of the office. */
async function tellSigners(
  deps: Proposing,
  { id: documentId, document, office }: ReturnType<typeof ownDocument>,
  statementId: string,
): Promise<void> {
  const params = { name: document.title, person: deps.actor.displayName };
  const about = { params, href: `/validity/documents/${documentId}`, dedupKey: `validity:${statementId}` };
  const authors = await authorsOf(deps.tx, office);
  await enqueueAll(
    deps,
    authors
      .filter((userId) => userId !== deps.actor.userId)
      .map((userId) => ({ topic: "notice", payload: { to: { userId }, kind: "validityStated", ...about } })),
  );
}
