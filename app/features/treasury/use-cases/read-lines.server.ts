import { personNames } from "~/features/identity/use-cases/person-names.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { countOpenLines, findUnbooked, listOpenLines, type LineRow } from "../adapters/line.repository.server";
import type { LineStatus } from "../domain/bank/bank-message";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { meaningsOf, type Meaning } from "../domain/line-clearing";
import type { OrderStatus } from "~/features/funds/domain/budget-order";
import { moneyOf } from "./propose-clearing.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

type Reading = Pick<FinanceDeps, "tx" | "actor">;

/** A page of the lines of the own treasury's bank files of which nobody has said and confirmed what they were. */
export async function readOpenLines(deps: Reading, page: number) {
  const { rows, ...rest } = await listOpenLines(deps.tx, treasuryRegion(deps.actor), page);
  const names = await namesOf(deps, rows);
  return { ...rest, rows: rows.map((row) => shown(row, names, deps.actor.userId)) };
}

/** How many of them there are. */
export function countLines(deps: Reading): Promise<number> {
  return countOpenLines(deps.tx, treasuryRegion(deps.actor));
}

/** One line that couldn't be booked, with what was said of it. @throws Refusal `request.not-found` (404) */
export async function readLine(deps: Reading, id: string) {
  const row = isUuid(id) ? await findUnbooked(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  return shown(row, await namesOf(deps, [row]), deps.actor.userId);
}

function namesOf({ tx }: Reading, rows: readonly LineRow[]): Promise<ReadonlyMap<string, string>> {
  return personNames(
    tx,
    rows.flatMap(({ clearings }) => clearings.flatMap(({ createdById, decidedById }) => [createdById, decidedById])),
  );
}

function shown(
  { clearings, status, file, paymentId, ...row }: LineRow,
  names: ReadonlyMap<string, string>,
  own: string,
) {
  const money = moneyOf({ ...row, status });
  const { regionCode: _, ...of } = file;
  return {
    ...row,
    status: status as LineStatus,
    file: of,
    money,
    meanings: meaningsOf(money),
    /** what the line itself names, where that is a payment */
    named: paymentId ? referenceOf(paymentId) : "",
    clearings: clearings.map((each) => ({
      id: each.id,
      meaning: each.meaning as Meaning,
      status: each.status as OrderStatus,
      number: each.number,
      reason: each.reason,
      about: (each.payment ?? each.recovery?.payment)?.application ?? null,
      createdAt: each.createdAt,
      decidedAt: each.decidedAt,
      refusal: each.refusal,
      isOwn: each.createdById === own,
      maker: names.get(each.createdById) ?? "",
      decider: names.get(each.decidedById ?? "") ?? "",
    })),
  };
}

export type ShownLine = Awaited<ReturnType<typeof readLine>>;
