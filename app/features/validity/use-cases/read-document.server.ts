import { readStakes } from "~/features/matching/use-cases/read-stakes.server";
import { officeNameIn } from "~/features/policies/domain/offices";
import { noStake } from "~/features/matching/domain/matches/stakes";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { itemName } from "~/features/policies/domain/item-name";
import { lastDayOf, stateOn } from "~/features/policies/domain/validity";
import { readDocuments } from "~/features/policies/use-cases/read-documents.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { findStatements, type StatementRow } from "../adapters/statement.repository.server";
import type { OfficeDocument } from "../domain/documents";
import { isSameOffice, officeOfActor, type Office } from "../domain/office";
import { kindsOf, type StatementKind } from "../domain/statement";
import { dutiesOn, stateOfDocument, termOfDocument } from "../domain/worklist";
import { documentFor } from "./own-document.server";
import { readSettled } from "./read-settled.server";
import type { Reading } from "./read-worklist.server";

/**
 * A document with what is known of its validity, what hangs on it, and all that was said of it. @throws Refusal
 * `request.not-found` (404)
 */
export async function readDocument(deps: Reading, documentId: string, language: "zh" | "en") {
  const { tx, catalogue, clock, actor } = deps;
  const own = documentFor(deps, documentId);
  const { document, offices } = own;
  const today = shanghaiDay(clock.now());
  const [rows, statements] = [await readDocuments(tx, [documentId]), await findStatements(tx, documentId)];
  const row = rows[0];
  const state = stateOfDocument(document, today);
  const lastDay = lastDayOf(termOfDocument(document));
  const { settled } = (await readSettled(tx, [documentId]))(documentId);
  return {
    id: documentId,
    document,
    state,
    lastDay,
    version: row?.version ?? 0,
    fileSays: settled.filesDiffer ? (row?.fileSaid ?? null) : null,
    duties: dutiesOn(document, settled, today),
    offices: offices.map((office) => officeNameIn(catalogue.registry, office, language)),
    ...(await stakesOf(deps, own)),
    statements: await shown(deps, statements),
    kinds: kindsOf(state, lastDay),
    mayState: mayAct(offices, officeOfActor(actor)) && actor.permissions.has("write:policy:all"),
    maySign: mayAct(offices, officeOfActor(actor)) && actor.permissions.has("sign:policy:all"),
  };
}
export type ShownDocument = Awaited<ReturnType<typeof readDocument>>;
export type ShownStatement = ShownDocument["statements"][number];

function mayAct(offices: readonly Office[], own: Office | null): boolean {
  return own !== null && offices.some((each) => isSameOffice(each, own));
}

async function stakesOf({ tx, clock }: Reading, { items, followers }: OfficeDocument) {
  const today = shanghaiDay(clock.now());
  const stakes = await readStakes(
    tx,
    items.map((item) => item.id),
  );
  return {
    countedOn: stakes.get(followers[0] ?? "")?.countedOn ?? null,
    items: items.map((item) => ({
      id: item.id,
      title: itemName(item),
      state: stateOn(item, today),
      isOwn: !followers.includes(item.id),
      stake: stakes.get(item.id) ?? noStake,
    })),
  };
}

async function shown({ tx, actor }: Reading, rows: readonly StatementRow[]) {
  const names = await personNames(
    tx,
    rows.flatMap(({ createdById, decidedById }) => [createdById, decidedById]),
  );
  return rows.map(({ createdById, decidedById, fileHash, kind, ...row }) => ({
    id: row.id,
    kind: kind as StatementKind,
    status: row.status as "proposed" | "released" | "refused" | "withdrawn",
    number: row.number,
    day: row.day,
    from: row.validFrom,
    until: row.validTo,
    since: row.since,
    by: row.by,
    words: row.words,
    address: row.address,
    fileName: fileHash === null ? null : row.fileName,
    refusal: row.refusal,
    createdAt: row.createdAt,
    decidedAt: row.decidedAt,
    isOwn: createdById === actor.userId,
    maker: names.get(createdById) ?? "",
    decider: names.get(decidedById ?? "") ?? "",
  }));
}
