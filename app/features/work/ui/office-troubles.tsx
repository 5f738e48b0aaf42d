import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

type Office = { departmentId: string | null; office: string | null; count: number; late: number };

/** What can't go on, office by office, each with the way to its cases; nothing where everything does. */
export function OfficeTroubles({
  offices,
  href,
}: {
  offices: readonly Office[];
  href: (departmentId: string) => string;
}) {
  const { t } = useWords(["troubles", "common"]);
  if (offices.length === 0) return null;
  const all = offices.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="card mb-6 border-l-4 border-l-warn" aria-labelledby="office-troubles">
      <h2 id="office-troubles" className="mb-2">
        {t("waiting", { count: all })}
      </h2>
      <ul className="divide-y divide-line">
        {offices.map(({ departmentId, office, count, late }) => (
          <li key={`${departmentId} ${office}`} className="py-2">
            {departmentId ? <Link to={href(departmentId)}>{office}</Link> : t("administrators")}
            {t("colon", { ns: "common" })}
            {t("atOffice", { count, late })}
          </li>
        ))}
      </ul>
    </section>
  );
}
