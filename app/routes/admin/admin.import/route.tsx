import { redirect } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { checkImport, importFirms } from "~/features/enterprises/use-cases/import-firms.server";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { FileField } from "~/ui/file-field";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "import:firm:all" } satisfies RouteHandle;

export const loader = guardedLoader("import:firm:all", () => null);

/** Mistakes that are listed; a file with more has something wrong with all of it. */
const mostShown = 200;

type Report = {
  report: {
    hash: string;
    fileName: string;
    rows: number;
    created: number;
    updated: number;
    doubtful: number;
    mistakes: number;
    problems: { row: number; column: string; reason: string }[];
  };
};

/** The file is checked first and kept by its content; only the second step, on the same content, writes. */
export const action = guardedAction(
  "import:firm:all",
  async ({ request, context, actor }): Promise<Report | Response> => {
    const { values, file } = await readUploadForm(request);
    const kept = values["hash"];
    if (kept) {
      if (!(await context.storage.has(kept))) throw new Refusal("request.not-found", 404);
      const bytes = await context.storage.read(kept);
      const count = await perform(context, actor, (deps) => importFirms(deps, values["fileName"] ?? "", bytes));
      return redirect(`/admin/import?done=${count}`);
    }
    if (!file) throw new Refusal("applications.file-empty", 422);
    const { firms, problems, created, updated, doubtful } = await checkImport(
      { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
      file.bytes,
    );
    const hash = await context.storage.put(file.bytes);
    return {
      report: {
        hash,
        fileName: file.fileName,
        rows: firms.length,
        created,
        updated,
        doubtful,
        mistakes: problems.length,
        problems: problems.slice(0, mostShown),
      },
    };
  },
);

export default function ImportFirms() {
  const answer = useActionData<Report>();
  const { t } = useWords(["enterprises", "common"]);
  const done = useSearchParams()[0].get("done");
  const report = answer && "report" in answer ? answer.report : null;
  return (
    <>
      <PageTitle title={t("import.title")} lead={t("import.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {done && !report && <Alert tone="good">{t("import.done", { count: Number(done) })}</Alert>}
      <Form method="post" encType="multipart/form-data" className="card mb-6">
        <FileField label={t("import.file")} accept=".csv,.xlsx" required />
        <SubmitButton>{t("import.check")}</SubmitButton>
      </Form>
      {report && report.problems.length > 0 && <Problems problems={report.problems} mistakes={report.mistakes} />}
      {report && report.problems.length === 0 && (
        <Form method="post" className="card">
          <p className="mb-4">
            {t("import.rows", { count: report.rows, created: report.created, updated: report.updated })}
          </p>
          {report.doubtful > 0 && <Alert tone="warn">{t("import.doubtful", { count: report.doubtful })}</Alert>}
          <input type="hidden" name="hash" value={report.hash} />
          <input type="hidden" name="fileName" value={report.fileName} />
          <SubmitButton>{t("import.confirm")}</SubmitButton>
        </Form>
      )}
    </>
  );
}

function Problems({ problems, mistakes }: Pick<Report["report"], "problems" | "mistakes">) {
  const { t } = useWords(["enterprises", "common"]);
  type Row = (typeof problems)[number];
  const own = ["unknownColumn", "doubledColumn", "missingColumn", "noHeading", "duplicate"];
  const columns = [
    { key: "row", head: t("import.row"), cell: (row: Row) => row.row },
    { key: "column", head: t("import.column"), cell: (row: Row) => row.column },
    {
      key: "reason",
      head: t("import.reason"),
      cell: (row: Row) =>
        own.includes(row.reason) ? t(`import.${row.reason}`) : t(`problem.${row.reason}`, { ns: "common" }),
    },
  ];
  return (
    <section className="card">
      <Alert tone="bad">
        {t("import.problems", { count: mistakes })}
        {mistakes > problems.length && t("import.firstOf", { count: problems.length })}
      </Alert>
      <DataTable
        caption={t("import.title")}
        hideCaption
        columns={columns}
        rows={problems}
        rowKey={(row) => `${row.row}-${row.column}-${row.reason}`}
      />
    </section>
  );
}
