import { useWords } from "~/i18n/use-words";
import { DateText, DateTimeText } from "~/ui/date-text";
import { SummaryList } from "~/ui/summary-list";
import type { ShownDelivery } from "../use-cases/read-deliveries.server";

/** Where a delivery comes from, who took which step, and how its columns were read. */
export function DeliverySummary({ shown }: { shown: ShownDelivery }) {
  const { t } = useWords("deliveries");
  const rows = [
    { key: "office", label: t("one.office"), value: shown.office },
    { key: "place", label: t("column.place"), value: shown.place },
    { key: "asOf", label: t("column.asOf"), value: <DateText day={shown.asOf} /> },
    { key: "number", label: t("one.number"), value: shown.number },
    { key: "fact", label: t("one.fact"), value: shown.fact },
    { key: "file", label: t("one.file"), value: `${shown.fileName} · ${t("column.rows")} ${shown.rows}` },
    {
      key: "handedOver",
      label: t("one.handedOver"),
      value: (
        <>
          {shown.madeBy} · <DateTimeText at={shown.createdAt} />
        </>
      ),
    },
    { key: "signed", label: t("one.signed"), value: shown.signedBy },
    { key: "applied", label: t("one.applied"), value: shown.appliedAt && <DateTimeText at={shown.appliedAt} /> },
    {
      key: "rolledBack",
      label: t("one.rolledBack"),
      value: shown.rolledBackAt && <DateTimeText at={shown.rolledBackAt} />,
    },
    { key: "reason", label: t("one.reason"), value: shown.reason },
    {
      key: "columns",
      label: t("one.columns"),
      value: shown.columns.map(({ heading, own, fact }) => (
        <span key={heading} className="block">
          {heading} → {own ? t(`mapping.${own}`) : fact}
        </span>
      )),
    },
  ];
  return (
    <section className="card">
      <SummaryList stacked rows={rows.filter(({ value }) => value !== null && value !== "")} />
    </section>
  );
}
