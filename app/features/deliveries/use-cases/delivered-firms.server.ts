import {
  idsConcerned,
  readFirmsAsKnown,
  type FirmAsKnown,
} from "~/features/enterprises/use-cases/read-firms-concerned.server";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import type { FileStorage } from "~/platform/storage.server";
import type { DeliveryRow } from "../adapters/delivery.repository.server";
import { statementsOf, type Delivered } from "../domain/delivered-statements";
import { readDelivery, type DeliveryTable } from "../domain/delivery-rows";
import { shanghaiDay } from "~/kernel/plain-date";

/** Firms read and written with one set of queries. */
const chunk = 1000;

type Reading = Pick<Deps, "tx" | "clock" | "catalogue"> & { storage: FileStorage };
export type DeliveredTo = { firm: FirmAsKnown; name: string | null; statements: readonly Delivered[] };

/** The table of a delivery, as it was read when it was handed over. @throws Error where its file reads otherwise by now */
export async function tableOf({ storage, catalogue, clock }: Reading, row: DeliveryRow): Promise<DeliveryTable> {
  const table = readDelivery(await readSheet(await storage.read(row.fileHash), row.rows), {
    facts: catalogue.registry.facts,
    mayDeliver: () => true,
    known: row.columns as Record<string, string>,
    list: row.fact === null ? null : { fact: row.fact, value: row.onList as FactValue | null },
    asOf: row.asOf,
    today: shanghaiDay(clock.now()),
  });
  if (table.problems.length + table.unplaced.length > 0) throw new Error(`delivery ${row.id} can't be read any more`);
  return table;
}

/** The registered firms that a delivery says something of, a thousand at a time. */
export async function* deliveredFirms(
  deps: Reading,
  row: DeliveryRow,
  table: DeliveryTable,
): AsyncGenerator<DeliveredTo[]> {
  const byCode = groupBy(table.firms, ({ creditCode }) => creditCode);
  const place = row.complete ? row.placeCode : null;
  const ids = await idsConcerned(deps, [...byCode.keys()], place);
  const absence = row.complete && row.fact !== null ? { fact: row.fact, value: row.offList as FactValue } : null;
  const saying = { facts: deps.catalogue.registry.facts, absence, asOf: row.asOf };
  for (let start = 0; start < ids.length; start += chunk) {
    const firms = await readFirmsAsKnown(deps, ids.slice(start, start + chunk));
    yield firms.map((firm) => {
      const rows = byCode.get(firm.creditCode) ?? [];
      return { firm, name: rows[0]?.name ?? null, statements: statementsOf(rows, saying) };
    });
  }
}

/** The facts that a delivery says something of. */
export function factsOfDelivery(row: DeliveryRow, table: DeliveryTable): string[] {
  const named = table.firms.flatMap(({ values }) => Object.keys(values));
  return [...new Set(row.fact === null ? named : [row.fact, ...named])];
}
