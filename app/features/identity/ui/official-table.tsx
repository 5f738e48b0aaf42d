import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { Chip, Tag } from "~/ui/tag";
import type { StaffRole } from "~/access/permissions";

export type ShownOfficial = {
  id: string;
  loginName: string;
  displayName: string;
  roles: StaffRole[];
  department: string | null;
  region: string | null;
  disabledAt: Date | null;
};

/** Officials' accounts with office, roles and state. */
export function OfficialTable({ officials }: { officials: readonly ShownOfficial[] }) {
  const { t } = useWords("identity");
  const columns: Column<ShownOfficial>[] = [
    {
      key: "person",
      head: t("users.person"),
      cell: (row) => (
        <div>
          {row.displayName}
          <span className="block text-sm text-muted">{row.loginName}</span>
        </div>
      ),
    },
    {
      key: "office",
      head: t("users.department"),
      cell: (row) => (
        <div>
          {row.department ?? t("users.noDepartment")}
          <span className="block text-sm text-muted">{row.region ?? t("users.noRegion")}</span>
        </div>
      ),
    },
    {
      key: "roles",
      head: t("users.roles"),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          {row.roles.map((role) => (
            <Chip key={role}>{t(`roles.${role}`)}</Chip>
          ))}
        </span>
      ),
    },
    {
      key: "status",
      head: t("users.status"),
      cell: (row) =>
        row.disabledAt ? <Tag tone="bad">{t("users.disabled")}</Tag> : <Tag tone="good">{t("users.active")}</Tag>,
    },
    {
      key: "edit",
      head: t("users.actions"),
      cell: (row) => (
        <Link to={`/admin/users/${row.id}`}>
          {t("users.edit")}
          <span className="sr-only"> {row.displayName}</span>
        </Link>
      ),
    },
  ];
  return (
    <DataTable caption={t("users.list")} hideCaption columns={columns} rows={officials} rowKey={(row) => row.id} />
  );
}
