import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SubmitButton, TextField, type FieldErrors } from "~/ui/form";
import { maskedAccount } from "~/kernel/bank-account";

type Props = {
  /** who is paid where it isn't the firm */
  beneficiary: string | null;
  account: { holder: string; bankName: string; lastFour: string } | null;
  errors?: FieldErrors;
  values?: Readonly<Record<string, string>>;
  fromCheck: boolean;
};

/** Where the money goes; only the last four digits are ever shown. */
export function AccountSection({ account, beneficiary, errors = {}, values = {}, fromCheck }: Props) {
  const { t } = useWords("applications");
  const form = (
    <Form method="post" preventScrollReset noValidate>
      <input type="hidden" name="intent" value="account" />
      {fromCheck && <input type="hidden" name="back" value="check" />}
      <TextField
        name="holder"
        label={t("account.holder")}
        value={values["holder"] ?? account?.holder}
        error={errors["holder"]}
      />
      <TextField
        name="bankName"
        label={t("account.bankName")}
        value={values["bankName"] ?? account?.bankName}
        error={errors["bankName"]}
      />
      <TextField
        name="number"
        label={t("account.number")}
        hint={t("account.numberHint")}
        inputMode="numeric"
        autoComplete="off"
        error={errors["number"]}
      />
      <SubmitButton look="secondary">{t("draft.save")}</SubmitButton>
    </Form>
  );
  const whose = beneficiary !== null && <p className="mb-3">{t("account.beneficiary", { who: beneficiary })}</p>;
  if (!account)
    return (
      <>
        {whose}
        {form}
      </>
    );
  return (
    <>
      {whose}
      <p className="mb-2">
        {t("account.current", {
          bank: `${account.holder} ${account.bankName}`,
          number: maskedAccount(account.lastFour),
        })}
      </p>
      <details open={fromCheck || hasProblem(errors)}>
        <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("account.change")}</summary>
        {form}
      </details>
    </>
  );
}

function hasProblem(errors: FieldErrors): boolean {
  return ["holder", "bankName", "number"].some((name) => errors[name]);
}
