import { reportingYear } from "~/features/enterprises/domain/profile";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { transact } from "~/platform/db.server";
import type { Performing } from "~/platform/transact.server";
import { firmsWithoutRow, writeWideRow } from "../adapters/wide.repository.server";
import { lockFirms } from "../adapters/match.repository.server";

const chunk = 200;

/** Gives every firm its row of the wide table that has none yet (firms in bulk, a new fact in the registry). */
export async function fillWideRows(context: Performing): Promise<void> {
  while ((await transact(context.prisma, (tx) => fillSome({ ...context, tx }))) === chunk);
}

async function fillSome(
  deps: Pick<Performing, "clock" | "catalogue"> & Parameters<typeof readProfile>[0],
): Promise<number> {
  const ids = await firmsWithoutRow(deps.tx, chunk);
  await lockFirms(deps.tx, ids);
  const year = reportingYear(shanghaiDay(deps.clock.now()));
  for (const enterpriseId of ids) {
    const { facts } = await readProfile(deps, enterpriseId);
    await writeWideRow(deps.tx, { enterpriseId, facts, year }, deps.catalogue.registry.facts);
  }
  return ids.length;
}
