import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { Money } from "~/ui/money";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { effectKinds, type BacktestSummary } from "../domain/backtest";

/** Who gains and loses, and what it costs, against the version in force. */
export function BacktestFigures({ backtest, outdated }: { backtest: BacktestSummary; outdated: boolean }) {
  const { t } = useWords("workbench");
  const difference = BigInt(backtest.afterFen) - BigInt(backtest.beforeFen);
  return (
    <>
      {outdated && <Alert tone="warn">{t("backtest.outdated")}</Alert>}
      <StatTiles>
        {effectKinds.map((kind) => (
          <StatTile
            key={kind}
            label={t(`backtest.kind.${kind}`)}
            value={<span data-figure={kind}>{backtest.counts[kind]}</span>}
            to={`?kind=${kind}`}
          />
        ))}
      </StatTiles>
      <StatTiles>
        <StatTile
          label={t("backtest.before")}
          value={<Money fen={BigInt(backtest.beforeFen)} spoken />}
          hint={t("backtest.eligible", { count: backtest.eligibleBefore })}
        />
        <StatTile
          label={t("backtest.after")}
          value={<Money fen={BigInt(backtest.afterFen)} spoken />}
          hint={t("backtest.eligible", { count: backtest.eligibleAfter })}
        />
        <StatTile
          label={t("backtest.effect")}
          value={
            <span data-figure="effect">
              {difference > 0n && "+"}
              <Money fen={difference} spoken />
            </span>
          }
          hint={t("backtest.effectHint")}
        />
        <StatTile
          label={t("backtest.unchanged")}
          value={backtest.unchanged}
          hint={<DateTimeText at={new Date(backtest.asOf)} />}
        />
      </StatTiles>
      {backtest.openBefore + backtest.openAfter > 0 && (
        <p className="text-sm text-muted">
          {t("backtest.open", { before: backtest.openBefore, after: backtest.openAfter })}
        </p>
      )}
    </>
  );
}
