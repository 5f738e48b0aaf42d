import { useWords } from "~/i18n/use-words";
import { Money } from "~/ui/money";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export type ResultSummary = {
  eligible: number;
  unknown: number;
  totals: { cash: bigint; upTo: bigint; nonCash: number };
};

/** How many items and how many yuan; what must not be added stays apart. */
export function ResultTiles({ summary }: { summary: ResultSummary }) {
  const { t } = useWords(["matching", "policies"]);
  return (
    <div role="status" aria-live="polite">
      <StatTiles>
        <StatTile label={t("eligible")} value={t("itemsCount", { count: summary.eligible })} />
        <StatTile label={t("cash")} value={<Money fen={summary.totals.cash} spoken />} />
        <StatTile
          label={t("upTo")}
          value={<Money fen={summary.totals.upTo} spoken />}
          hint={t("nonCash", { count: summary.totals.nonCash })}
        />
        <StatTile label={t("unknown")} value={t("itemsCount", { count: summary.unknown })} />
      </StatTiles>
    </div>
  );
}
