import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { troubleKinds } from "~/features/work/domain/trouble";
import { readTroubleFilter } from "~/features/work/troubles.schema";
import { TroubleTable } from "~/features/work/ui/trouble-table";
import { readTroubles } from "~/features/work/use-cases/read-troubles.server";
import { assignTrouble } from "~/features/work/use-cases/assign-work.server";
import { giveUpTrouble, retryTrouble } from "~/features/work/use-cases/settle-trouble.server";
import { subjects } from "~/contexts.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";
import type { Deps } from "~/platform/context.server";

export const handle = { access: "resolve:trouble:department" } satisfies RouteHandle;

export const loader = guardedLoader("resolve:trouble:department", async ({ request, context, actor }) => {
  const filter = readTroubleFilter(new URL(request.url));
  const page = pageOf(request);
  const { prisma: tx, clock, catalogue } = context;
  return {
    filter,
    page,
    all: actor.permissions.has("resolve:trouble:all"),
    ...(await readTroubles({ tx, clock, catalogue, actor }, filter, page)),
  };
});

type Done = { done: "retriedDone" | "givenUpDone" | "assignedDone" };

export const action = guardedAction(
  "resolve:trouble:department",
  async ({ request, context, actor }): Promise<Done> => {
    const { intent, id = "", reason = "", assigneeId = "" } = await formValues(request);
    const steps = {
      retry: async (deps: Deps): Promise<Done> => {
        await retryTrouble({ ...deps, actor }, id);
        return { done: "retriedDone" };
      },
      "give-up": async (deps: Deps): Promise<Done> => {
        await giveUpTrouble({ ...deps, actor }, id, reason);
        return { done: "givenUpDone" };
      },
      assign: async (deps: Deps): Promise<Done> => {
        await assignTrouble({ ...deps, actor, subjects }, id, assigneeId || null);
        return { done: "assignedDone" };
      },
    };
    return perform(context, actor, stepOf(steps, intent));
  },
);

export default function Troubles() {
  const { filter, all, rows, administrators, count, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords(["troubles", "common"]);
  const { search } = useLocation();
  const active = Boolean(filter.kind ?? filter.q ?? (filter.over || undefined));
  return (
    <>
      <PageTitle title={t("title")} lead={t(all ? "leadAll" : "lead")}>
        {count > 0 && (
          <a href={`/troubles/export${search}`} download className="button button-secondary">
            {t("export")}
          </a>
        )}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {answer && "done" in answer && <Alert tone="good">{t(answer.done)}</Alert>}
      <FilterBar active={active}>
        <FilterSearch name="q" label={t("search")} value={filter.q} />
        <FilterSelect
          name="kind"
          label={t("kindLabel")}
          value={filter.kind}
          options={troubleKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          all={t("all", { ns: "common" })}
        />
        <FilterSelect
          name="over"
          label={t("over")}
          value={filter.over ? "1" : undefined}
          options={[{ value: "1", label: t("closed") }]}
          all={t("open")}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(active ? "noneFound" : "none")}>{active ? null : t("noneHint")}</EmptyState>
      ) : (
        <TroubleTable rows={rows} administrators={administrators} />
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
