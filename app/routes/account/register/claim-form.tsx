import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { PersonFields } from "~/features/identity/ui/person-fields";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField, type FieldErrors } from "~/ui/form";

type Props = { errors: FieldErrors; values: Readonly<Record<string, string>>; isSignedIn: boolean };

/** The code is registered already: a way to ask to be let in. Nothing of the firm is shown. */
export function ClaimForm({ errors, values, isSignedIn }: Props) {
  const { t } = useWords("identity");
  return (
    <>
      <Alert tone="warn">{t("register.taken")}</Alert>
      <Form method="post" className="card max-w-3xl" noValidate>
        <h2 className="mb-2">{t("register.claimTitle")}</h2>
        <p className="mb-4 text-muted">{t("register.claimLead")}</p>
        <p className="mb-4">
          {t("register.creditCode")} <code>{values["creditCode"]}</code>
        </p>
        <input type="hidden" name="creditCode" value={values["creditCode"] ?? ""} />
        <TextAreaField
          name="statement"
          label={t("register.statement")}
          hint={t("register.statementHint")}
          value={values["statement"]}
          error={errors["statement"]}
        />
        {!isSignedIn && <PersonFields errors={errors} values={values} />}
        <SubmitButton name="intent" value="claim">
          {t("register.claim")}
        </SubmitButton>
      </Form>
    </>
  );
}
