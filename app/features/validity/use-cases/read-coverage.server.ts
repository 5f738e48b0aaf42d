import { officeNameIn } from "~/features/policies/domain/offices";
import { noStake } from "~/features/matching/domain/matches/stakes";
import { readStakes } from "~/features/matching/use-cases/read-stakes.server";
import { drawBars } from "~/charts/bars.server";
import type { Fen } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { coverageOf, type OfficeCoverage } from "../domain/coverage";
import { documentsOf } from "../domain/documents";
import { maySee } from "../domain/office";
import type { Reading } from "./read-worklist.server";

export type CoverageRow = Omit<OfficeCoverage, "office"> & { key: string; office: string; shareText: string };

/** How many documents of each office of the reader's place are confirmed, and the sums that hang on them; the demonstration zone apart. */
export async function readCoverage(deps: Reading, language: "zh" | "en") {
  const { catalogue, actor, tx, clock } = deps;
  const { registry } = catalogue;
  const documents = documentsOf(catalogue).filter(({ offices }) => maySee(actor, offices, registry.regions));
  const stakes = await readStakes(
    tx,
    documents.flatMap(({ followers }) => followers),
  );
  const fenOf = (itemId: string): Fen => (stakes.get(itemId) ?? noStake).fen;
  const rowsOf = (demo: boolean): CoverageRow[] =>
    coverageOf(
      documents.filter(({ document }) => (document.demo === true) === demo),
      fenOf,
      shanghaiDay(clock.now()),
    )
      .filter(({ office }) => maySee(actor, [office], registry.regions))
      .map((row) => ({
        ...row,
        key: `${row.office.departmentId}@${row.office.regionCode}`,
        office: officeNameIn(registry, row.office, language),
        shareText: `${Math.round(row.share * 100)}%`,
      }));
  const rows = rowsOf(false);
  return { rows, demoRows: rowsOf(true), chart: rows.some(({ share }) => share > 0) ? drawBars(rows.map(barOf)) : "" };
}

function barOf({ office, share, shareText }: CoverageRow) {
  return { label: office, value: share, text: shareText };
}
