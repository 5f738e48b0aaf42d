import { Form, Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { StateTag } from "~/features/applications/ui/state-tag";
import { PayableNote } from "~/features/redemption/ui/payable-note";
import { readList } from "~/features/lists/use-cases/make-list.server";
import { useSay } from "~/i18n/use-language";
import { isUuid } from "~/kernel/uuid";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Tag } from "~/ui/tag";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", ({ params, context, actor }) => {
  const id = params["id"] ?? "";
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  return readList({ tx: context.prisma, catalogue: context.catalogue, actor }, id);
});

export default function BenefitList() {
  const { item, applications, ownList, payable } = useLoaderData<typeof loader>();
  const { t } = useWords("redemption");
  const say = useSay();
  type Row = (typeof applications)[number];
  const waiting = applications.some(({ state }) => state === "listApproval");
  const columns = [
    {
      key: "pick",
      head: t("desk.pick"),
      cell: (row: Row) =>
        row.state === "listApproval" && (
          <input
            type="checkbox"
            name="case"
            value={row.id}
            defaultChecked={row.listVerdict !== "unknown"}
            aria-label={t("desk.pickCase", { number: row.number })}
            className="size-5 accent-brand-600"
          />
        ),
    },
    {
      key: "number",
      head: t("desk.number"),
      cell: (row: Row) => <Link to={`/desk/cases/${row.id}`}>{row.number}</Link>,
    },
    { key: "firm", head: t("desk.firm"), cell: (row: Row) => row.enterprise.name },
    { key: "code", head: t("lists.code"), cell: (row: Row) => row.enterprise.creditCode },
    {
      key: "sum",
      head: t("desk.sum"),
      figure: true,
      cell: (row: Row) => (row.claimedFen === null ? "—" : <Money fen={row.claimedFen} />),
    },
    {
      key: "verdict",
      head: t("lists.verdict"),
      cell: (row: Row) => {
        const basis = row.listBasis as { file: string; number: string } | null;
        if (row.listVerdict === null) return "—";
        return (
          <>
            <Tag tone={row.listVerdict === "met" ? "good" : "unknown"}>{t(`lists.verdicts.${row.listVerdict}`)}</Tag>
            {basis && <p className="text-sm text-muted">{t("lists.basis", basis)}</p>}
          </>
        );
      },
    },
    {
      key: "state",
      head: t("lists.state"),
      cell: (row: Row) => (
        <>
          <StateTag state={row.state} />
          {row.rejectionReason && <p className="text-sm text-muted">{row.rejectionReason}</p>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={say(item)} lead={t("lists.title")} />
      <PayableNote payable={payable} />
      {ownList && waiting && <Alert tone="info">{t("lists.same")}</Alert>}
      <Form action="/desk/batch" className="card">
        <input type="hidden" name="action" value="LIST_APPROVED" />
        <DataTable
          caption={t("lists.title")}
          hideCaption
          columns={columns}
          rows={applications}
          rowKey={(row) => row.id}
        />
        {waiting && !ownList && <button className="button button-primary mt-4">{t("lists.approve")}</button>}
      </Form>
    </>
  );
}
