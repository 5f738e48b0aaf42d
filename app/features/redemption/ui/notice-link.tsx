import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

/** The signed notice of a publicity as a file; `children` say whose it is where the page does not. */
export function NoticeLink({ id, children }: { id: string; children?: ReactNode }) {
  const { t } = useWords("redemption");
  // A file, not a page: the router must leave it to the browser.
  return (
    <a href={`/publicity/${id}/notice`} download className="inline-block whitespace-nowrap">
      {children}
      {t("publicity.download")}
    </a>
  );
}
