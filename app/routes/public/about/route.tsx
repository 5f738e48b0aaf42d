import { useWords } from "~/i18n/use-words";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { PageTitle } from "~/ui/page-title";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", () => null);

const parts = ["what", "how", "data", "access"] as const;

/** What the platform is, how it decides, what it keeps, and how it can be used by everybody. */
export default function About() {
  const { t } = useWords("policies");
  return (
    <>
      <PageTitle title={t("about.title")} lead={t("about.lead")} />
      {parts.map((part) => (
        <section key={part} className="card mb-4">
          <h2>{t(`about.${part}`)}</h2>
          <p className="mt-2">{t(`about.${part}Text`)}</p>
        </section>
      ))}
    </>
  );
}
