import { useWords } from "~/i18n/use-words";
import { Money } from "~/ui/money";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { SummaryList } from "~/ui/summary-list";
import type { Effect } from "../domain/effect";

const counts = [
  "named",
  "settled",
  "added",
  "changed",
  "same",
  "contradicted",
  "otherName",
  "unregistered",
] as const satisfies readonly (keyof Effect)[];

/** What a delivery changes: items and yuan that open and close, firms and facts. */
export function DeliveryEffect({ effect }: { effect: Effect }) {
  const { t } = useWords("deliveries");
  return (
    <section className="card mb-6" aria-labelledby="effect">
      <h2 id="effect" className="mb-1">
        {t("one.effect")}
      </h2>
      <p className="mb-4 text-muted">{t("one.effectHint")}</p>
      <StatTiles>
        <StatTile
          label={t("one.opened")}
          value={<Money fen={BigInt(effect.openedFen)} spoken />}
          hint={t("one.pairs", { count: effect.opened })}
        />
        <StatTile
          label={t("one.closed")}
          value={<Money fen={BigInt(effect.closedFen)} spoken />}
          hint={t("one.pairs", { count: effect.closed })}
        />
        <StatTile label={t("one.told")} value={effect.told} />
      </StatTiles>
      <SummaryList
        rows={counts
          .filter((key) => effect[key] > 0 || key === "named")
          .map((key) => ({
            key,
            label: t(`one.${key}`),
            value: key === "unregistered" ? `${effect[key]} · ${t("one.unregisteredHint")}` : effect[key],
          }))}
      />
    </section>
  );
}
