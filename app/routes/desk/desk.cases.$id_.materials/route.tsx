import { Link, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { useWords } from "~/i18n/use-words";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { FigureTable } from "~/features/redemption/ui/case-evidence";
import { MaterialViewer } from "~/features/redemption/ui/material-viewer";
import { readDeskCase } from "~/features/redemption/use-cases/read-desk-case.server";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Shortcuts } from "~/ui/shortcuts";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:department", async ({ request, params, context, actor }) => {
  const language = await languageOf(request);
  const { id, number, item, firm, materials, figures, explanation } = await perform(context, actor, (deps) =>
    readDeskCase({ ...deps, actor }, params["id"] ?? "", language),
  );
  return { id, number, title: item.title, firm: firm.name, materials, figures, explanation };
});

/** Materials on one side, the firm's figures and the conditions on the other. */
export default function CaseMaterials() {
  const { id, number, title, firm, materials, figures, explanation } = useLoaderData<typeof loader>();
  const { t } = useWords("redemption");
  const say = useSay();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const asked = materials.findIndex((material) => material.id === parameters.get("file"));
  const index = Math.max(0, asked);
  const shown = materials[index];
  const shortcuts = useMemo(() => {
    const go = (step: number) => () => {
      const next = materials[(index + step + materials.length) % materials.length];
      if (next) navigate(`?file=${next.id}`, { preventScrollReset: true });
    };
    return [
      { key: "j", label: t("keys.nextMaterial"), run: go(1) },
      { key: "k", label: t("keys.previousMaterial"), run: go(-1) },
      { key: "u", label: t("keys.toCase"), run: () => navigate(`/desk/cases/${id}`) },
    ];
  }, [id, index, materials, navigate, t]);
  return (
    <>
      <PageTitle
        title={t("case.materialsBeside")}
        lead={
          <>
            {say(title)} · {firm} · {number}
          </>
        }
      >
        <Link to={`/desk/cases/${id}`} className="button button-secondary">
          {t("case.back")}
        </Link>
      </PageTitle>
      <div className="grid gap-6 lg:grid-cols-2">
        <section className="card min-w-0">
          <h2 className="mb-3">{t("case.materials")}</h2>
          {!shown && <EmptyState title={t("case.noMaterials")} />}
          <ul className="mb-4 flex flex-wrap gap-2">
            {materials.map((material) => (
              <li key={material.id}>
                <Link
                  to={`?file=${material.id}`}
                  preventScrollReset
                  aria-current={material === shown ? "true" : undefined}
                  className={`button ${material === shown ? "button-primary" : "button-secondary"}`}
                >
                  {material.name}
                </Link>
              </li>
            ))}
          </ul>
          {shown && (
            <>
              <p className="mb-2 text-sm text-muted">
                <a href={`/files/${shown.id}`} target="_blank" rel="noreferrer">
                  {shown.fileName}
                </a>
              </p>
              <MaterialViewer file={shown} />
            </>
          )}
        </section>
        <div className="min-w-0 space-y-6">
          <section className="card">
            <h2 className="mb-3">{t("case.figures")}</h2>
            <FigureTable figures={figures} />
          </section>
          <section className="card">
            <h2 className="mb-3">{t("case.evidence")}</h2>
            <ConditionTree node={explanation} reader="official" />
          </section>
        </div>
      </div>
      <Shortcuts list={shortcuts} />
    </>
  );
}
