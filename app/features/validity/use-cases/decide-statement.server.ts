import { recordAudit } from "~/features/validity/audited.server";
import { officeName } from "~/features/policies/domain/offices";
import type { UserActor } from "~/access/actor";
import { holdDocument } from "~/features/policies/use-cases/read-documents.server";
import { stateDocument } from "~/features/policies/use-cases/state-document.server";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import { Refusal } from "~/kernel/refusal";
import { requireDecision, type Decision } from "~/kernel/second-person";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { decideStatementRow, lockStatement, type StatementRow } from "../adapters/statement.repository.server";
import type { OfficeDocument } from "../domain/documents";
import { termStated, type Said, type StatementKind } from "../domain/statement";
import { ownDocument } from "./own-document.server";

type Deciding = Deps & { actor: UserActor };

/**
 * Signs what a colleague said of a document, by which its items are published with it and matched for all firms, refuses
 * it with a reason, or withdraws what one said oneself.
 * @throws Refusal `request.not-found` (404) for another office's, `validity.two-persons`, `validity.order-state`,
 *   `validity.changed` (409) where the document changed since, `redemption.reason-missing` (422)
 */
export async function decideStatement(
  deps: Deciding,
  { id, documentId, ...decided }: { id: string; documentId: string; decision: Decision; reason?: string },
): Promise<void> {
  const statement = isUuid(id) ? await lockStatement(deps.tx, id) : null;
  if (statement?.documentId !== documentId) throw new Refusal("request.not-found", 404);
  const own = ownDocument(deps, documentId);
  const { decision } = decided;
  const refusal = requireDecision("validity", statement, deps.actor.userId, decided);
  if (decision === "released") {
    await carryOut(deps, own, statement);
    await closeWorkOn(deps, "document", [documentId], statement.kind);
  }
  await decideStatementRow(deps.tx, id, {
    status: decision,
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
    ...(refusal === null ? {} : { refusal }),
  });
  await recordAudit(deps, {
    action: `policy-document.statement-${decision}`,
    subject: { type: "document", id: documentId },
    after: { statement: id, kind: statement.kind, reason: refusal },
  });
  if (decision !== "withdrawn") await tellMaker(deps, own, statement, decision);
}

async function carryOut(deps: Deciding, own: OfficeDocument, statement: StatementRow): Promise<void> {
  const row = await holdDocument(deps.tx, own.id);
  if (row?.version !== statement.documentVersion) throw new Refusal("validity.changed");
  const { departmentId, regionCode } = statement;
  const office = officeName(deps.catalogue.registry, departmentId, regionCode);
  const term = termStated(saidIn(statement), row, office);
  if (term) await stateDocument(deps, own.id, { term, statementId: statement.id });
}

function saidIn(row: StatementRow): Said {
  const { kind, number, day, validFrom, validTo, since, by, words, address, fileName } = row;
  return {
    kind: kind as StatementKind,
    number: number ?? "",
    day,
    from: validFrom,
    until: validTo,
    since,
    by: by ?? "",
    words,
    source: address ?? fileName ?? "",
  };
}

async function tellMaker(
  deps: Deciding,
  { id: documentId, document }: OfficeDocument,
  { id, createdById }: StatementRow,
  decision: "released" | "refused",
): Promise<void> {
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: createdById },
      kind: decision === "released" ? "validitySigned" : "validityRefused",
      params: { name: document.title, person: deps.actor.displayName },
      href: `/validity/documents/${documentId}`,
      dedupKey: `validity:${id}:${decision}`,
    },
  });
}
