import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { auditFilterOf, unreadDaysOf } from "~/features/audit/audit.schema";
import { AuditAreas } from "~/features/audit/ui/audit-areas";
import { AuditTable } from "~/features/audit/ui/audit-table";
import { exportLimit } from "~/features/audit/use-cases/export-audit.server";
import { searchAudit } from "~/features/audit/use-cases/search-audit.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch } from "~/ui/filter-bar";
import { DateInput } from "~/ui/date-input";
import { described } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "read:audit:all" } satisfies RouteHandle;

const perPage = 50;

export const loader = guardedLoader("read:audit:all", async ({ request, context }) => {
  const filter = auditFilterOf(request.url);
  return {
    filter,
    unread: unreadDaysOf(request.url),
    exportLimit,
    ...(await searchAudit(context.prisma, filter, perPage)),
  };
});

export default function AuditLog() {
  const { filter, unread, lines, next, exportLimit: most } = useLoaderData<typeof loader>();
  const { t } = useWords("audit");
  const [parameters] = useSearchParams();
  const withCursor = (before: string | null) => {
    const copy = new URLSearchParams(parameters);
    if (before) copy.set("before", before);
    else copy.delete("before");
    return copy.toString();
  };
  const { before: _cursor, ...chosen } = filter;
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        <a href={`/audit/export?${withCursor(null)}`} className="button button-secondary" download>
          {t("export", { count: most })}
        </a>
      </PageTitle>
      <AuditAreas />
      <FilterBar active={Object.values({ ...chosen, ...unread }).some(Boolean)}>
        <FilterSearch name="actor" label={t("actor")} hint={t("actorHint")} value={filter.actor} />
        <FilterSearch name="action" label={t("action")} hint={t("actionHint")} value={filter.action} />
        <FilterSearch name="subject" label={t("subject")} hint={t("subjectHint")} value={filter.subject} />
        <FilterDay name="from" label={t("from")} value={filter.from} unread={unread.from} />
        <FilterDay name="to" label={t("to")} value={filter.to} unread={unread.to} />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <div className="card">
          <AuditTable lines={lines} />
        </div>
      )}
      <div className="mt-4 flex gap-3">
        {filter.before && (
          <Link to={`?${withCursor(null)}`} className="button button-quiet">
            {t("newest")}
          </Link>
        )}
        {next && (
          <Link to={`?${withCursor(next)}`} rel="next" className="button button-secondary">
            {t("older")}
          </Link>
        )}
      </div>
    </>
  );
}

type Unread = { typed: string; problem: string };

function FilterDay({ name, label, value, unread }: { name: string; label: string; value?: string; unread?: Unread }) {
  const { t } = useWords();
  return (
    <div className="text-sm">
      <label htmlFor={name} className="mb-1 block font-medium">
        {label}
      </label>
      {unread && (
        <p id={`${name}-error`} className="mb-1 font-medium text-bad">
          <span className="sr-only">{t("error")}</span>
          {t(unread.problem)}
        </p>
      )}
      <DateInput id={name} name={name} defaultValue={unread?.typed ?? value} {...described(name, null, unread)} />
    </div>
  );
}
