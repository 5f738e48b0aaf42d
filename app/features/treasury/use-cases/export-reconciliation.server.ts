import { recordAudit } from "~/features/treasury/audited.server";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import { fundsWords } from "~/features/funds/words.server";
import { readMoneyBack } from "./read-money-back.server";
import { readReconciliation } from "./read-reconciliation.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Everything that the reconciliation of a year leaves open, as CSV, entered in the audit log: differences, money that
 * waits, and what is owed back to firms. Sums in yuan.
 */
export async function exportReconciliation(deps: FinanceDeps, year: number, language: "zh" | "en"): Promise<string> {
  const funds = fundsWords[language];
  const { reconciliation: words, moneyBack } = funds;
  const { differences } = await readReconciliation(deps, treasuryRegion(deps.actor), year);
  const { waiting, excess } = await readMoneyBack(deps, language);
  const rows = [
    ...differences.map(({ kind, firm, number, reference, fen, isSaid }) => [
      words.differences,
      firm,
      number ?? reference,
      plainYuan(fen),
      words.kinds[kind],
      words.steps[isSaid ? "said" : kind],
    ]),
    ...waiting.map(({ firm, number, fen, standing, department }) => [
      moneyBack.title,
      firm,
      number,
      plainYuan(fen),
      moneyBack.standings[standing],
      department,
    ]),
    ...excess
      .filter(({ givenAt }) => givenAt === null)
      .map(({ firm, number, excessFen, reference }) => [
        moneyBack.excessTitle,
        firm,
        number,
        plainYuan(excessFen),
        moneyBack.excess,
        reference,
      ]),
  ];
  await recordAudit(deps, {
    action: "reconciliation.exported",
    subject: { type: "reconciliation", id: String(year) },
    after: { year, lines: rows.length },
  });
  return csvText([[words.kind, words.about, funds.envelope.number, funds.batches.sum, words.why, words.next], ...rows]);
}
