import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SessionTable } from "~/features/identity/ui/session-table";
import { endSession } from "~/features/identity/use-cases/end-session.server";
import { readSessions } from "~/features/identity/use-cases/read-sessions.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:session:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:session:all", async ({ request, context, actor }) => {
  const search = new URL(request.url).searchParams.get("q")?.trim().slice(0, 60) || undefined;
  const page = pageOf(request);
  const list = await readSessions({ tx: context.prisma, clock: context.clock }, { search }, page);
  return { ...list, search, page, current: actor.sessionId };
});

export const action = guardedAction("end:session:all", async ({ request, context, actor }) => {
  const { id = "" } = await formValues(request);
  await perform(context, actor, (deps) => endSession(deps, "all", id));
  return null;
});

export default function Sessions() {
  const { sessions, total, pages, page, search, current } = useLoaderData<typeof loader>();
  const { t } = useWords("identity");
  return (
    <>
      <PageTitle title={t("sessions.title")} lead={t("sessions.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <FilterBar active={Boolean(search)}>
        <FilterSearch name="q" label={t("sessions.search")} value={search} />
      </FilterBar>
      <p className="mb-2 text-muted">{t("sessions.count", { count: total })}</p>
      {sessions.length === 0 ? (
        <EmptyState title={t("sessions.none")} />
      ) : (
        <div className="card">
          <SessionTable sessions={sessions} current={current} caption={t("sessions.list")} withPerson />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
