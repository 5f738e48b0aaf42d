import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ValidityTag } from "~/features/policies/ui/validity-card";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { Chip, Tag } from "~/ui/tag";
import type { WorkRow } from "../use-cases/read-worklist.server";
import { StakeFirms, StakeYuan } from "./stake-cells";

/** Documents that an office has something to do about. */
export function WorklistTable({ rows }: { rows: readonly WorkRow[] }) {
  const { t } = useWords(["validity", "common"]);
  const columns: Column<WorkRow>[] = [
    {
      key: "document",
      head: t("column.document"),
      wide: true,
      cell: (row) => (
        <div>
          <Link to={`/validity/documents/${row.id}`}>{row.title}</Link>
          {row.number && <span className="block text-sm text-muted">{row.number}</span>}
        </div>
      ),
    },
    {
      key: "work",
      head: t("column.work"),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          {row.waiting && <Tag tone="info">{t(`waiting.${row.waiting}`)}</Tag>}
          {row.works.map((work) => (
            <Chip key={work}>{t(`work.${work}`)}</Chip>
          ))}
        </span>
      ),
    },
    { key: "state", head: t("column.state"), cell: (row) => <ValidityTag state={row.state} /> },
    {
      key: "lastDay",
      head: t("column.lastDay"),
      cell: (row) => (row.lastDay ? <DateText day={row.lastDay} /> : t("noEnd")),
    },
    { key: "items", head: t("column.items"), figure: true, cell: (row) => row.items },
    { key: "firms", head: t("column.firms"), figure: true, cell: (row) => <StakeFirms stake={row.stake} /> },
    { key: "stake", head: t("column.stake"), figure: true, cell: (row) => <StakeYuan stake={row.stake} /> },
  ];
  return <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
