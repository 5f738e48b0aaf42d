import { useTranslation } from "react-i18next";
import { SelectField, SubmitButton, TextField, type FormAnswer, type Option } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";

type Props = {
  documents: readonly Option[];
  counties: readonly Option[];
  year: number;
  idempotencyKey: string;
  keep: string;
  /** the document that needs money most */ document: string | undefined;
  answer: FormAnswer | undefined;
};

/** Grants money to a document's envelope, its own authority's or a county's that shares. */
export function GrantForm({ documents, counties, year, idempotencyKey, keep, document, answer }: Props) {
  const { t } = useTranslation("funds");
  return (
    <section className="card">
      <h2 className="mb-3">{t("budgets.grant")}</h2>
      <KeptForm key={keep} keep={keep}>
        {(kept) => {
          const said = (name: string) => answer?.values?.[name] ?? kept[name];
          return (
            <>
              <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
              <div className="grid gap-x-4 sm:grid-cols-2">
                <SelectField
                  name="documentId"
                  label={t("budgets.document")}
                  options={documents}
                  value={said("documentId") ?? document}
                />
                <SelectField
                  name="countyCode"
                  label={t("budgets.authority")}
                  empty={t("budgets.own")}
                  options={counties}
                  value={said("countyCode")}
                />
                <TextField
                  name="year"
                  label={t("budgets.year")}
                  inputMode="numeric"
                  value={said("year") ?? String(year)}
                  error={answer?.errors?.["year"]}
                />
                <TextField
                  name="yuan"
                  label={t("budgets.yuan")}
                  inputMode="decimal"
                  value={said("yuan")}
                  error={answer?.errors?.["yuan"]}
                />
              </div>
              <SubmitButton>{t("budgets.submit")}</SubmitButton>
            </>
          );
        }}
      </KeptForm>
    </section>
  );
}
