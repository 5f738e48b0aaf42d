import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";

/** That something can't go on, and where it stands; nothing where nothing does. `q` narrows the list to a case by its number. */
export function TroubleNote({ count, q }: { count: number | null; q?: string | null }) {
  const { t } = useWords("troubles");
  if (!count) return null;
  return (
    <Alert tone="warn">
      {t("banner", { count })} <Link to={q ? `/troubles?q=${encodeURIComponent(q)}` : "/troubles"}>{t("look")}</Link>
    </Alert>
  );
}
