import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { DataTable, type Column } from "~/ui/data-table";
import { Tag, type Tone } from "~/ui/tag";
import type { EffectKind } from "../domain/backtest";
import type { EffectLine } from "../domain/sandbox";

const tones: Record<EffectKind, Tone> = { gains: "good", more: "good", loses: "bad", less: "warn" };

/** Firms to whom the draft makes a difference. */
export function EffectTable({ lines }: { lines: readonly EffectLine[] }) {
  const { t } = useWords("workbench");
  const columns: Column<EffectLine>[] = [
    { key: "name", head: t("effectTable.firm"), cell: (line) => line.name },
    { key: "code", head: t("effectTable.code"), cell: (line) => line.creditCode },
    {
      key: "kind",
      head: t("effectTable.kind"),
      cell: (line) => <Tag tone={tones[line.kind]}>{t(`backtest.kind.${line.kind}`)}</Tag>,
    },
    { key: "before", head: t("effectTable.before"), figure: true, cell: (line) => formatYuan(line.before) },
    { key: "after", head: t("effectTable.after"), figure: true, cell: (line) => formatYuan(line.after) },
    {
      key: "difference",
      head: t("effectTable.difference"),
      figure: true,
      cell: (line) => formatYuan(line.after - line.before),
    },
  ];
  return (
    <DataTable caption={t("backtest.list")} hideCaption columns={columns} rows={lines} rowKey={(line) => line.id} />
  );
}
