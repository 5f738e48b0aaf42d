import { recordAudit } from "~/features/funds/audited.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { ServedFile } from "~/platform/files";
import type { FileStorage } from "~/platform/storage.server";
import { countOf, countWaiting, findOrder, listOrders, type OrderRow } from "../adapters/order.repository.server";
import type { Share } from "../domain/choose-envelopes";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

type Reading = Pick<FinanceDeps, "tx" | "actor">;

/** Orders of the own treasury: those that wait, and a page of those decided. */
export async function readOrders(deps: Reading, page: number) {
  const { waiting, rows, ...paging } = await listOrders(deps.tx, treasuryRegion(deps.actor), page);
  const names = await namesOf(deps, [...waiting, ...rows]);
  const show = (row: OrderRow) => shown(row, names, deps.actor.userId);
  return { waiting: waiting.map(show), rows: rows.map(show), ...paging };
}

/** One order of the own treasury. @throws Refusal `request.not-found` (404) */
export async function readOrder(deps: Reading, id: string) {
  const row = await orderOf(deps, id);
  return shown(row, await namesOf(deps, [row]), deps.actor.userId);
}

/** The budget document of an order of the own treasury; who opens it is on record. @throws Refusal `request.not-found` (404) */
export async function readOrderPaper(deps: FinanceDeps & { storage: FileStorage }, id: string): Promise<ServedFile> {
  const { paperHash, paperName, paperType } = await orderOf(deps, id);
  await recordAudit(deps, { action: "budget-order.opened", subject: { type: "budgetOrder", id } });
  const bytes = await deps.storage.read(paperHash);
  return { bytes, fileName: paperName, mimeType: paperType, inline: paperType === "application/pdf" };
}

/** How many orders wait for this officer. */
export function countOrders(deps: Reading): Promise<number> {
  return countWaiting(deps.tx, treasuryRegion(deps.actor), deps.actor.userId);
}

/** How many orders this officer has proposed so far. */
export function countMade(deps: Reading): Promise<number> {
  return countOf(deps.tx, deps.actor.userId);
}

async function orderOf(deps: Reading, id: string): Promise<OrderRow> {
  const row = isUuid(id) ? await findOrder(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  return row;
}

function namesOf(deps: Reading, rows: readonly OrderRow[]): Promise<ReadonlyMap<string, string>> {
  return personNames(
    deps.tx,
    rows.flatMap(({ createdById, decidedById }) => [createdById, decidedById]),
  );
}

function shown(row: OrderRow, names: ReadonlyMap<string, string>, personId: string) {
  const { id, kind, status, name, year, fen, paperNumber, paperName, reason, createdAt, decidedAt, refusal } = row;
  return {
    ...{ id, kind, status, name, year, fen, paperNumber, paperName, reason, createdAt, decidedAt, refusal },
    shares: (row.shares ?? []) as Share[],
    isOwn: row.createdById === personId,
    maker: names.get(row.createdById) ?? "",
    decider: names.get(row.decidedById ?? "") ?? "",
  };
}

export type ShownOrder = Awaited<ReturnType<typeof readOrder>>;
