import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ValidityTag } from "~/features/policies/ui/validity-card";
import { useSay } from "~/i18n/use-language";
import { DataTable, type Column } from "~/ui/data-table";
import type { ShownDocument } from "../use-cases/read-document.server";
import { StakeFirms, StakeYuan } from "./stake-cells";

type Row = ShownDocument["items"][number];

/** The items of a document, with what hangs on each. */
export function DocumentItems({ shown }: { shown: ShownDocument }) {
  const { t } = useWords(["validity", "common"]);
  const say = useSay();
  const columns: Column<Row>[] = [
    {
      key: "item",
      head: t("document.item"),
      wide: true,
      cell: (row) => (
        <div>
          <Link to={`/policies/${row.id}`}>{say(row.title)}</Link>
          {row.isOwn && <span className="block text-sm text-muted">{t("document.own")}</span>}
        </div>
      ),
    },
    { key: "state", head: t("column.state"), cell: (row) => <ValidityTag state={row.state} /> },
    { key: "firms", head: t("column.firms"), figure: true, cell: (row) => <StakeFirms stake={row.stake} /> },
    { key: "stake", head: t("column.stake"), figure: true, cell: (row) => <StakeYuan stake={row.stake} /> },
  ];
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{t("document.items")}</h2>
      <p className="mb-3 text-muted">{shown.countedOn ? t("stakeHint", { day: shown.countedOn }) : t("notCounted")}</p>
      <DataTable
        caption={t("document.items")}
        hideCaption
        columns={columns}
        rows={shown.items}
        rowKey={(row) => row.id}
      />
    </section>
  );
}
