import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";

type Details = { displayName: string; email: string | null; locale: "zh" | "en" };

/** Name, e-mail and language of notices. */
export function DetailsForm({
  loginName,
  details,
  answer,
}: {
  loginName: string;
  details: Details;
  answer: FormAnswer | undefined;
}) {
  const { t } = useWords("identity");
  const value = (name: keyof Details) => answer?.values[name] ?? details[name] ?? "";
  const labels = { displayName: t("account.name"), email: t("account.email"), locale: t("account.locale") };
  const languages = [
    { value: "zh", label: "中文" },
    { value: "en", label: "English" },
  ];
  return (
    <Form method="post" className="card mb-6" noValidate>
      <h2 className="mb-4">{t("account.details")}</h2>
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      <p className="mb-4">
        {t("account.loginName")} <code>{loginName}</code>
      </p>
      <TextField
        name="displayName"
        label={labels.displayName}
        value={value("displayName")}
        error={answer?.errors["displayName"]}
        autoComplete="name"
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        hint={t("account.emailHint")}
        value={value("email")}
        error={answer?.errors["email"]}
        autoComplete="email"
        optional
      />
      <SelectField
        name="locale"
        label={labels.locale}
        value={value("locale")}
        error={answer?.errors["locale"]}
        options={languages}
      />
      <SubmitButton name="intent" value="details">
        {t("save", { ns: "common" })}
      </SubmitButton>
    </Form>
  );
}

/** A new password against the current one. */
export function PasswordForm({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useWords("identity");
  const labels = { currentPassword: t("account.current"), freshPassword: t("account.fresh") };
  return (
    <Form method="post" className="card mb-6" noValidate>
      <h2 className="mb-4">{t("account.changePassword")}</h2>
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      <TextField
        name="currentPassword"
        type="password"
        label={labels.currentPassword}
        error={answer?.errors["currentPassword"]}
        autoComplete="current-password"
      />
      <TextField
        name="freshPassword"
        type="password"
        label={labels.freshPassword}
        hint={t("account.freshHint")}
        error={answer?.errors["freshPassword"]}
        autoComplete="new-password"
      />
      <SubmitButton name="intent" value="password">
        {t("account.changePassword")}
      </SubmitButton>
    </Form>
  );
}
