import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { Tag, type Tone } from "~/ui/tag";
import type { Compared } from "../use-cases/compare-texts.server";

const tones: Record<Compared["clauses"][number]["kind"], Tone> = {
  same: "plain",
  changed: "warn",
  new: "good",
  gone: "bad",
};

/** Items whose words stand in what changed, each with a way to its draft. */
export function ConcernedItems({ items }: Pick<Compared, "items">) {
  const { t } = useWords("workbench");
  return (
    <section className="card mb-6" aria-labelledby="concerned">
      <h2 id="concerned" className="mb-2">
        {t("compare.items", { count: items.length })}
      </h2>
      {items.length === 0 && <p className="text-muted">{t("compare.noItems")}</p>}
      <ul className="divide-y divide-line">
        {items.map(({ id, title, percent, clauses }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <Link to={`/policies/${id}`}>{title}</Link>{" "}
              <span className="text-sm text-muted">
                {t("compare.share", { percent, clauses: clauses.join(t("clause.comma")) })}
              </span>
            </span>
            <Form method="post" action="/workbench?index">
              <input type="hidden" name="itemId" value={id} />
              <button name="from" value="item" className="button button-primary">
                {t("open.edit")}
                <span className="sr-only"> {title}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Both texts side by side; at a narrow width one below the other. */
export function ComparedClauses({ clauses, counts }: Pick<Compared, "clauses" | "counts">) {
  const { t } = useWords("workbench");
  return (
    <section className="card" aria-labelledby="aligned">
      <h2 id="aligned" className="mb-2">
        {t("compare.clauses")}
      </h2>
      <p className="mb-3 text-muted">{t("compare.counts", counts)}</p>
      <ol className="divide-y divide-line">
        {clauses.map(({ kind, before, after }, index) => (
          <li key={index} className="py-3">
            <p className="mb-1 flex items-center gap-2">
              <span className="text-sm text-muted">{index + 1}</span>
              <Tag tone={tones[kind]}>{t(`compare.kind.${kind}`)}</Tag>
            </p>
            {kind === "same" ? (
              <p lang="zh">{after}</p>
            ) : (
              <div className="grid gap-3 lg:grid-cols-2">
                <Side label={t("compare.old")} text={before} />
                <Side label={t("compare.fresh")} text={after} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Side({ label, text }: { label: string; text: string | null }) {
  const { t } = useWords("workbench");
  return (
    <div className="min-w-0 rounded-md bg-paper p-2">
      <p className="text-sm text-muted">{label}</p>
      {text === null ? <p className="text-muted">{t("compare.absent")}</p> : <p lang="zh">{text}</p>}
    </div>
  );
}
