import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SealTable } from "~/features/audit/ui/seal-table";
import { readSeals } from "~/features/audit/use-cases/read-seals.server";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ request, context }) => readSeals(context.prisma, pageOf(request), 20));

/** The daily roots of the audit log, for everybody to keep and to compare with. */
export default function AuditRoots() {
  const { rows, page, pages } = useLoaderData<typeof loader>();
  const { t } = useWords("audit");
  return (
    <>
      <PageTitle title={t("seals.title")} lead={t("seals.lead")}>
        <a href="/verify-proof.html" className="button button-secondary">
          {t("seals.check")}
        </a>
      </PageTitle>
      <section className="card mb-6">
        <h2>{t("seals.how")}</h2>
        <ol className="mt-2 list-decimal pl-6">
          {["one", "two", "three"].map((step) => (
            <li key={step}>{t(`seals.${step}`)}</li>
          ))}
        </ol>
        <p className="mt-3">
          <a href="/verify-proof.html" download className="inline-flex min-h-11 items-center underline">
            verify-proof.html
          </a>{" "}
          ·{" "}
          <a href="/verify-proof.js" download className="inline-flex min-h-11 items-center underline">
            verify-proof.js
          </a>{" "}
          {t("seals.offline")}
        </p>
      </section>
      {rows.length === 0 ? (
        <EmptyState title={t("seals.none")}>{t("seals.noneText")}</EmptyState>
      ) : (
        <div className="card">
          <SealTable seals={rows.map((seal) => ({ ...seal, at: new Date(seal.at) }))} />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
