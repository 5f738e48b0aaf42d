import { useEffect, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

/** Heading of a page with a line of explanation and what can be done. */
export function PageTitle({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} - ${t("brand")}`;
  }, [title, t]);
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-3xl">
        <h1>{title}</h1>
        {lead && <p className="mt-1 text-muted">{lead}</p>}
      </div>
      {children && <div className="no-print flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
