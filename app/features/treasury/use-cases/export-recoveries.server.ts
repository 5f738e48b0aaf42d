import { recordAudit } from "~/features/treasury/audited.server";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { findRecoveries, type RecoveryFilter } from "../adapters/recovery-list.repository.server";
import { fundsWords } from "~/features/funds/words.server";
import { shownRecoveries } from "./read-recoveries.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

const most = 10_000;

/** A treasury's demands as filtered, as CSV, entered in the audit log. Sums in yuan, days in Asia/Shanghai. */
export async function exportRecoveries(
  deps: FinanceDeps,
  filter: Pick<RecoveryFilter, "state" | "q">,
  language: "zh" | "en",
): Promise<string> {
  const rows = await findRecoveries(deps.tx, { ...filter, regionCode: treasuryRegion(deps.actor) }, { take: most });
  await recordAudit(deps, {
    action: "recoveries.exported",
    subject: { type: "recovery", id: "list" },
    after: { lines: rows.length },
  });
  const { recoveries: words } = fundsWords[language];
  const heads = [
    words.firm,
    words.number,
    words.item,
    words.kind,
    words.demandedOn,
    words.due,
    words.demanded,
    words.received,
    words.rest,
    words.promised,
    words.urged,
    words.standing,
    words.reference,
  ];
  const lines = (await shownRecoveries(deps, rows)).map((row) => [
    row.firm,
    row.number,
    row.item[language],
    row.kind ? words.kinds[row.kind] : "",
    shanghaiDay(row.decidedAt),
    row.dueOn,
    plainYuan(row.sumFen),
    plainYuan(row.receivedFen),
    plainYuan(row.owedFen),
    plainYuan(row.promisedFen),
    row.urgedCount,
    words.steps[row.step],
    row.reference,
  ]);
  return csvText([heads, ...lines]);
}
