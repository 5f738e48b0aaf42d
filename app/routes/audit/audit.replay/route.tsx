import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { StateTag } from "~/features/applications/ui/state-tag";
import { AuditAreas } from "~/features/audit/ui/audit-areas";
import { ReplayResult } from "~/features/redemption/ui/replay-result";
import { readDecided } from "~/features/redemption/use-cases/read-decided.server";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import { useSay } from "~/i18n/use-language";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:audit:all" } satisfies RouteHandle;

const recentCases = 10;

export const loader = guardedLoader("read:audit:all", async ({ request, context }) => {
  const key = new URL(request.url).searchParams.get("case")?.trim().slice(0, 60) ?? "";
  const replay = key === "" ? null : await replayCase(context.prisma, key).catch(nothing);
  return { key, replay, recent: key === "" ? await readDecided(context.prisma, recentCases) : [] };
});

/** A number nobody has is an answer, not an error of the page. */
function nothing(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) return null;
  throw error;
}

type Recent = ReturnType<typeof useLoaderData<typeof loader>>["recent"][number];

/** The auditor lets a case be decided again and sees whether the same comes out. */
export default function ReplayPage() {
  const { key, replay, recent } = useLoaderData<typeof loader>();
  const { t } = useWords("audit");
  const say = useSay();
  const columns: Column<Recent>[] = [
    {
      key: "number",
      head: t("replay.number"),
      cell: (row) => (
        <Link to={`?case=${row.number ?? row.id}`} className="inline-flex min-h-11 items-center underline">
          {row.number ?? row.id}
        </Link>
      ),
    },
    { key: "item", head: t("replay.item"), cell: (row) => say(row.title) },
    { key: "state", head: t("replay.state"), cell: (row) => <StateTag state={row.state} /> },
    {
      key: "result",
      head: t("replay.result"),
      cell: (row) => (
        <span className={row.differences === 0 ? "font-medium text-good" : "font-medium text-bad"}>
          {t(row.differences === 0 ? "replay.same" : "replay.differs")}
        </span>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={t("replay.title")} lead={t("replay.lead")} />
      <AuditAreas />
      <FilterBar active={key !== ""}>
        <FilterSearch name="case" label={t("replay.case")} value={key} />
      </FilterBar>
      {replay && <ReplayResult replay={replay} />}
      {key !== "" && !replay && <EmptyState title={t("replay.none")}>{t("replay.noneText")}</EmptyState>}
      {recent.length > 0 && (
        <section className="card">
          <h2 className="mb-2">{t("replay.recent")}</h2>
          <DataTable
            caption={t("replay.recent")}
            hideCaption
            columns={columns}
            rows={recent}
            rowKey={(row) => row.id}
          />
        </section>
      )}
    </>
  );
}
