import { useWords } from "~/i18n/use-words";
import { SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { SelectField, type Option } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import { PaperFields, SumTwice } from "./order-fields";

type Props = {
  documents: readonly Option[];
  year: number;
  /** orders the person has proposed so far: what was typed for one doesn't come back for the next */
  made: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** Proposes money for a document of the own treasury; nothing is chosen beforehand. */
export function GrantForm({ documents, year, made, idempotencyKey, answer }: Props) {
  const { t } = useWords("funds");
  return (
    <section className="card">
      <h2 className="mb-1">{t("budgets.grant")}</h2>
      <p className="mb-3 text-muted">{t("orders.twoPersons")}</p>
      <KeptForm keep={`grant:${year}:${made}`} encType="multipart/form-data">
        {(kept) => {
          const said = (name: string) => answer?.values?.[name] ?? kept[name];
          return (
            <>
              <SelectField
                name="documentId"
                label={t("budgets.document")}
                empty={t("orders.chooseDocument")}
                options={documents}
                value={said("documentId")}
                error={answer?.errors?.["documentId"]}
              />
              <TextField
                name="year"
                label={t("budgets.year")}
                inputMode="numeric"
                value={said("year") ?? String(year)}
                error={answer?.errors?.["year"]}
              />
              <SumTwice kept={kept} answer={answer} />
              <PaperFields {...{ kept, answer, idempotencyKey }} />
              <SubmitButton>{t("orders.propose")}</SubmitButton>
            </>
          );
        }}
      </KeptForm>
    </section>
  );
}
