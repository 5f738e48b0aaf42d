import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { OutcomeTags } from "~/features/treasury/ui/outcome-tags";
import { OpenLines } from "~/features/treasury/ui/open-lines";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { readBankFiles } from "~/features/treasury/use-cases/read-bank-files.server";
import { readOpenLines } from "~/features/treasury/use-cases/read-lines.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FileField } from "~/ui/file-field";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => ({
  files: await readBankFiles(context.prisma, treasuryRegion(actor), pageOf(request)),
  lines: await readOpenLines({ tx: context.prisma, actor }, pageOf(request, "lines")),
}));

export const action = guardedAction("manage:payment:region", async ({ request, context, actor }) => {
  const { file } = await readUploadForm(request);
  if (!file) throw new Refusal("applications.file-empty", 422);
  const { fileId, repeated } = await againOnConflict(() =>
    perform(context, actor, (deps) => importBankFile({ ...deps, actor }, file)),
  );
  return redirect(`/finance/bank/${fileId}?${repeated ? "repeated" : "done"}=1`);
});

export default function BankFiles() {
  const {
    files: { rows, page, pages },
    lines,
  } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  type Row = (typeof rows)[number];
  const columns = [
    {
      key: "message",
      head: t("bank.message"),
      cell: (row: Row) => <Link to={`/finance/bank/${row.id}`}>{row.messageId}</Link>,
    },
    { key: "kind", head: t("bank.kind"), cell: (row: Row) => t(`bank.kinds.${row.kind}`) },
    { key: "batch", head: t("bank.batch"), cell: (row: Row) => row.batchNumber ?? t("none", { ns: "common" }) },
    { key: "at", head: t("bank.at"), cell: (row: Row) => <DateTimeText at={row.receivedAt} /> },
    { key: "lines", head: t("bank.lines"), figure: true, cell: (row: Row) => row.count },
    { key: "results", head: t("bank.results"), cell: (row: Row) => <OutcomeTags outcomes={row.outcomes} /> },
  ];
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("bank.title")} lead={t("bank.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <Form method="post" encType="multipart/form-data" className="card mb-6">
        <FileField label={t("bank.choose")} accept=".xml,.csv,.txt,.xlsx" required />
        <SubmitButton>{t("bank.send")}</SubmitButton>
      </Form>
      <OpenLines {...lines} />
      {rows.length === 0 ? (
        <EmptyState title={t("bank.none")} />
      ) : (
        <div className="card">
          <DataTable caption={t("bank.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
