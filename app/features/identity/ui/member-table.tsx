import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { membershipRoles, type MembershipRole } from "~/access/permissions";
import { RowSelect } from "./row-fields";

export type ShownMember = {
  userId: string;
  displayName: string;
  loginName: string;
  role: MembershipRole;
  createdAt: Date;
};

/** The people of a firm; roles can be changed and people let go. */
export function MemberTable({ members, own }: { members: readonly ShownMember[]; own: string }) {
  const { t } = useWords("identity");
  const columns: Column<ShownMember>[] = [
    {
      key: "person",
      head: t("members.person"),
      cell: (row) => (
        <div>
          {row.displayName}
          {row.userId === own && ` (${t("members.you")})`}
          <span className="block text-sm text-muted">{row.loginName}</span>
        </div>
      ),
    },
    { key: "since", head: t("members.since"), cell: (row) => <DateTimeText at={row.createdAt} /> },
    { key: "role", head: t("members.role"), cell: (row) => <RoleForm member={row} /> },
    { key: "actions", head: t("members.actions"), cell: (row) => <RemoveForm member={row} /> },
  ];
  return (
    <DataTable caption={t("members.title")} hideCaption columns={columns} rows={members} rowKey={(row) => row.userId} />
  );
}

function RoleForm({ member }: { member: ShownMember }) {
  const { t } = useWords("identity");
  const roles = membershipRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  return (
    <Form method="post" className="flex flex-wrap items-start gap-2">
      <input type="hidden" name="userId" value={member.userId} />
      <RowSelect
        key={member.role}
        name="role"
        label={`${t("members.role")} ${member.displayName}`}
        quiet
        value={member.role}
        options={roles}
      />
      <button name="intent" value="role" className="button button-quiet">
        {t("members.change")}
        <span className="sr-only" data-names>
          {" "}
          {member.displayName}
        </span>
      </button>
    </Form>
  );
}

function RemoveForm({ member }: { member: ShownMember }) {
  const { t } = useWords("identity");
  return (
    <Form method="post">
      <input type="hidden" name="userId" value={member.userId} />
      <button name="intent" value="remove" title={t("members.confirmRemove")} className="button button-danger">
        {t("members.remove")}
        <span className="sr-only" data-names>
          {" "}
          {member.displayName}
        </span>
      </button>
    </Form>
  );
}
