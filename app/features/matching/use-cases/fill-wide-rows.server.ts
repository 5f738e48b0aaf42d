import { reportingYear } from "~/features/enterprises/domain/profile";
import { readFactsOfFirms } from "~/features/enterprises/use-cases/read-facts-of-firms.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { transact } from "~/platform/db.server";
import type { Performing } from "~/platform/transact.server";
import { firmsWithoutRow, writeWideRows } from "../adapters/wide.repository.server";
import { lockFirms } from "../adapters/match.repository.server";

const chunk = 200;

/** Gives every firm its row of the wide table that has none yet (firms in bulk, a new fact in the registry). */
export async function fillWideRows(context: Performing): Promise<void> {
  while ((await transact(context.prisma, (tx) => fillSome({ ...context, tx }))) === chunk);
}

async function fillSome(
  deps: Pick<Performing, "clock" | "catalogue"> & Parameters<typeof readFactsOfFirms>[0],
): Promise<number> {
  const ids = await firmsWithoutRow(deps.tx, chunk);
  await lockFirms(deps.tx, ids);
  const year = reportingYear(shanghaiDay(deps.clock.now()));
  const firms = await readFactsOfFirms(deps, ids);
  await writeWideRows(
    deps.tx,
    firms.map((firm) => ({ ...firm, year })),
    deps.catalogue.registry.facts,
  );
  return ids.length;
}
