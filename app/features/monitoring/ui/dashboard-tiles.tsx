import { useWords } from "~/i18n/use-words";
import { Money } from "~/ui/money";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { casesHref } from "../domain/case-links";
import { percentOf } from "~/kernel/percent";
import type { BudgetUse, Sums } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";

/** The four figures the office is asked for first. */
export function DashboardTiles({
  filter,
  total,
  budgets,
}: {
  filter: MonitorFilter;
  total: Sums;
  budgets: readonly BudgetUse[];
}) {
  const { t } = useWords("monitoring");
  const sum = (of: (budget: BudgetUse) => bigint) => budgets.reduce((all, budget) => all + of(budget), 0n);
  const granted = sum((budget) => budget.grantedFen);
  const use = percentOf(
    sum((budget) => budget.disbursedFen),
    granted,
  );
  return (
    <StatTiles>
      <StatTile
        label={t("disbursed")}
        value={
          <span data-figure="disbursed" data-fen={String(total.disbursedFen)}>
            <Money fen={total.disbursedFen} spoken />
          </span>
        }
        hint={t("disbursedHint", { count: total.paid })}
        to={casesHref(filter, { stage: "paid" })}
      />
      <StatTile
        label={t("unpaid")}
        value={<Money fen={total.unpaidFen} spoken />}
        hint={t("unpaidHint")}
        to={casesHref(filter, { stage: "unpaid" })}
      />
      <StatTile
        label={t("budgetUse")}
        value={`${use}%`}
        hint={<BudgetHint granted={granted} unpaid={sum((budget) => budget.unpaidFen)} />}
        to="#budgets"
      />
      <StatTile
        label={t("reached")}
        value={t("firmCount", { count: total.reached })}
        hint={t("reachedHint", { count: total.firms })}
        to={casesHref(filter, { stage: "paid" })}
      />
    </StatTiles>
  );
}

function BudgetHint({ granted, unpaid }: { granted: bigint; unpaid: bigint }) {
  const { t } = useWords("monitoring");
  return (
    <>
      {t("granted")} <Money fen={granted} spoken />
      {t("comma")}
      {t("unpaid")} <Money fen={unpaid} spoken />
    </>
  );
}
