import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";

/** A password that is shown this once. */
export function OneTimePassword({
  title,
  loginName,
  password,
}: {
  title: string;
  loginName: string;
  password: string;
}) {
  const { t } = useTranslation("identity");
  return (
    <>
      <PageTitle title={title} />
      <Alert tone="good" title={loginName}>
        <p className="font-mono text-lg">{t("users.once", { password })}</p>
      </Alert>
      <Link to="/admin/users" className="button button-secondary">
        {t("users.back")}
      </Link>
    </>
  );
}
