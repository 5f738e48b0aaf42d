import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { readWorkflows } from "~/features/redemption/use-cases/read-workflows.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { PageTitle } from "~/ui/page-title";
import { Chip } from "~/ui/tag";

export const handle = { access: "read:workflow:all" } satisfies RouteHandle;

const modes: readonly string[] = ["applyFree", "fastTrack", "reviewed"];

export const loader = guardedLoader("read:workflow:all", async ({ context }) => {
  const { workflows, older } = await readWorkflows({ tx: context.prisma, catalogue: context.catalogue });
  const ordered = workflows.toSorted(
    (left, right) => modes.indexOf(left.workflow) - modes.indexOf(right.workflow) || right.items - left.items,
  );
  return {
    older,
    workflows: ordered.map((each, place) => ({
      ...each,
      anchor: `flow-${place + 1}`,
      cases: Object.values(each.counts).reduce((sum, count) => sum + count, 0),
    })),
  };
});

export default function Workflows() {
  const { workflows, older } = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "common"]);
  const nameOf = useNames();
  const columns = [
    {
      key: "name",
      head: t("flow.title"),
      wide: true,
      cell: (row: Shown) => <a href={`#${row.anchor}`}>{nameOf(row)}</a>,
    },
    { key: "items", head: t("flow.itemCount"), figure: true, cell: (row: Shown) => row.items },
    { key: "cases", head: t("flow.cases"), figure: true, cell: (row: Shown) => row.cases },
  ];
  return (
    <>
      <PageTitle title={t("flow.adminTitle")} lead={t("flow.adminLead")} />
      {older > 0 && <Alert tone="info">{t("flow.older", { count: older })}</Alert>}
      <section className="card mb-6">
        <DataTable
          caption={t("flow.contents")}
          hideCaption
          columns={columns}
          rows={workflows}
          rowKey={(row) => row.anchor}
        />
      </section>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {workflows.map((each) => (
          <Workflow key={each.anchor} workflow={each} name={nameOf(each)} />
        ))}
      </div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["workflows"][number];

function useNames() {
  const { t } = useWords(["redemption", "common"]);
  return ({ workflow, parts }: Shown) =>
    t("flow.form", {
      name: t(`flow.workflow.${workflow}`),
      parts: parts.map(({ part, count }) => t(`flow.part.${part}`, { count })).join(t("listComma", { ns: "common" })),
    });
}

/** Counts stand open; the drawing is folded away until somebody wants it. */
function Workflow({ workflow, name }: { workflow: Shown; name: string }) {
  const { t } = useWords(["redemption", "common"]);
  const counts = Object.entries(workflow.counts);
  return (
    <section id={workflow.anchor} className="card" aria-labelledby={`${workflow.anchor}-name`}>
      <h2 id={`${workflow.anchor}-name`}>{name}</h2>
      <p className="mb-2 text-sm text-muted">
        {t("flow.items", { count: workflow.items })} ·{" "}
        {t("flow.version", { version: workflow.version, hash: workflow.hash })}
      </p>
      {counts.length === 0 ? (
        <p className="text-sm text-muted">{t("flow.noCases")}</p>
      ) : (
        <ul className="flex flex-wrap gap-2" aria-label={t("flow.cases")}>
          {counts.map(([state, count]) => (
            <li key={state}>
              <Chip>
                {t(`state.${state}`, { ns: "common" })} <strong className="tabular-nums">{count}</strong>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="inline-flex min-h-11 items-center text-brand-700 underline">
          {t("flow.open")}
          <span className="sr-only"> {name}</span>
        </summary>
        <WorkflowDiagram diagram={workflow.diagram} counts={workflow.counts} />
      </details>
    </section>
  );
}
