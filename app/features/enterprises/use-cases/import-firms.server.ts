import { recordAudit } from "~/features/enterprises/audited.server";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { existingCodes, upsertFirms } from "../adapters/enterprise.repository.server";
import { readImport, type ImportedFirm, type ImportReport } from "../domain/import-rows";
import { saveFactsOfFirms } from "./save-facts.server";

/** Firms written with one set of queries. */
const chunk = 1000;

export type ImportCheck = ImportReport & {
  created: number;
  updated: number;
  /** new firms whose code fails the check digit */ doubtful: number;
};

/** Reads and checks a file of firms; nothing is written. @throws Refusal when the file can't be read */
export async function checkImport(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  bytes: Uint8Array,
): Promise<ImportCheck> {
  const { registry } = deps.catalogue;
  const report = readImport(await readSheet(bytes), {
    ...registry,
    parks: registry.zones.map((zone) => zone.park),
    today: shanghaiDay(deps.clock.now()),
  });
  const known = await existingCodes(
    deps.tx,
    report.firms.map((firm) => firm.creditCode),
  );
  const updated = report.firms.filter((firm) => known.has(firm.creditCode)).length;
  const doubtful = report.firms.filter((firm) => firm.codeState === "toConfirm" && !known.has(firm.creditCode)).length;
  return { ...report, created: report.firms.length - updated, updated, doubtful };
}

/**
 * Writes a checked file: all of it or nothing.
 * @throws Refusal `enterprises.import-broken` (422) when the file has a mistake after all
 */
export async function importFirms(deps: Deps, fileName: string, bytes: Uint8Array): Promise<number> {
  const { firms, problems } = await checkImport(deps, bytes);
  if (problems.length > 0 || firms.length === 0)
    throw new Refusal("enterprises.import-broken", 422, { count: problems.length });
  for (let start = 0; start < firms.length; start += chunk) await writeFirms(deps, firms.slice(start, start + chunk));
  await recordAudit(deps, {
    action: "firms.imported",
    subject: { type: "file", id: fileName },
    after: { count: firms.length },
  });
  return firms.length;
}

async function writeFirms(deps: Deps, firms: readonly ImportedFirm[]): Promise<void> {
  const ids = await upsertFirms(
    deps.tx,
    firms.map(({ facts: _facts, row: _row, ...firm }) => ({ ...firm, id: deps.random.uuid() })),
    deps.clock.now(),
  );
  const ofFirms = firms.map(({ creditCode, facts }) => ({
    enterpriseId: ids.get(creditCode) ?? "",
    statements: facts.map((fact) => ({ ...fact, source: "imported" as const, authority: null })),
  }));
  await saveFactsOfFirms(deps, ofFirms);
}
