import { Link, useFetcher, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { RefusalAlert, refusalOf } from "./refusal-alert";

/** A person's own filters of a list: one click brings them back. */
export function SavedFilters({
  page,
  saved,
  active,
}: {
  page: string;
  saved: readonly { id: string; name: string; query: string }[];
  active: boolean;
}) {
  const { t } = useWords();
  const fetcher = useFetcher();
  const [parameters] = useSearchParams();
  const query = new URLSearchParams(parameters);
  query.delete("page");
  if (saved.length === 0 && !active) return null;
  return (
    <div className="no-print mb-4 flex flex-wrap items-center gap-2" role="group" aria-label={t("savedFilters.title")}>
      <RefusalAlert refusal={refusalOf(fetcher.data)} />
      {saved.map((filter) => (
        <fetcher.Form
          key={filter.id}
          method="post"
          action="/saved-filters"
          className="inline-flex items-center rounded-full border border-line bg-white pl-3"
        >
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="query" value={query.toString()} />
          <input type="hidden" name="id" value={filter.id} />
          <Link to={`?${filter.query}`} className="inline-flex min-h-11 items-center">
            {filter.name}
          </Link>
          <button
            name="intent"
            value="remove"
            className="min-h-11 min-w-11 text-muted"
            aria-label={t("savedFilters.remove", { name: filter.name })}
          >
            ×
          </button>
        </fetcher.Form>
      ))}
      {active && (
        <fetcher.Form method="post" action="/saved-filters" className="flex items-center gap-2">
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="query" value={query.toString()} />
          <input
            name="name"
            required
            maxLength={20}
            className="field max-w-40"
            placeholder={t("savedFilters.name")}
            aria-label={t("savedFilters.name")}
          />
          <button name="intent" value="save" className="button button-quiet">
            {t("savedFilters.save")}
          </button>
        </fetcher.Form>
      )}
    </div>
  );
}
