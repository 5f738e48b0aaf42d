import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { readWorkflows } from "~/features/redemption/use-cases/read-workflows.server";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:workflow:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:workflow:all", ({ context }) => readWorkflows({ tx: context.prisma, catalogue: context.catalogue }));

export default function Workflows() {
  const { workflows, older } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["redemption", "common"]);
  return (
    <>
      <PageTitle title={t("flow.adminTitle")} lead={t("flow.adminLead")} />
      {older > 0 && <Alert tone="info">{t("flow.older", { count: older })}</Alert>}
      <div className="space-y-6">{workflows.map((each) => <Workflow key={each.name} workflow={each} />)}</div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["workflows"][number];

function Workflow({ workflow }: { workflow: Shown }) {
  const { t } = useTranslation(["redemption", "common"]);
  const rows = Object.entries(workflow.counts).map(([state, count]) => ({ state, count }));
  type Row = (typeof rows)[number];
  const name = t("flow.form", { name: t(`flow.workflow.${workflow.workflow}`), parts: workflow.parts.map((part) => t(`flow.part.${part}`)).join("、") });
  const columns = [
    { key: "state", head: t("flow.from"), cell: (row: Row) => t(`state.${row.state}`, { ns: "common" }) },
    { key: "count", head: t("flow.cases"), figure: true, cell: (row: Row) => row.count },
  ];
  return (
    <section className="card">
      <h2>{name}</h2>
      <p className="mb-3 text-sm text-muted">{t("flow.items", { count: workflow.items })} · {t("flow.version", { version: workflow.version, hash: workflow.hash })}</p>
      {rows.length > 0 && <DataTable caption={t("flow.cases")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.state} />}
      <details open={rows.length > 0}><summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("flow.title")}</summary><WorkflowDiagram diagram={workflow.diagram} counts={workflow.counts} /></details>
    </section>
  );
}
