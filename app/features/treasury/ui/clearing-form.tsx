import { useWords } from "~/i18n/use-words";
import { SubmitButton, TextAreaField, TextField, type FormAnswer } from "~/ui/form";
import { RadioField } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import type { ShownLine } from "../use-cases/read-lines.server";

/** Says what a line of the bank was. */
export function ClearingForm({ line, answer }: { line: ShownLine; answer: FormAnswer | undefined }) {
  const { t } = useWords("funds");
  const [only] = line.meanings.length === 1 ? line.meanings : [];
  return (
    <section className="card">
      <h2 className="mb-1">{t("bank.clearing.explain")}</h2>
      <p className="mb-3 text-muted">{t(only === "remark" ? "bank.clearing.remarkHint" : "bank.clearing.hint")}</p>
      <KeptForm keep={`line:${line.id}:${line.clearings.length}`} noValidate>
        {(kept) => {
          const field = (name: string) => ({
            name,
            value: answer?.values[name] ?? kept[name],
            error: answer?.errors[name],
          });
          return (
            <>
              <input type="hidden" name="intent" value="explain" />
              {only ? (
                <input type="hidden" name="meaning" value={only} />
              ) : (
                <RadioField
                  {...field("meaning")}
                  label={t("bank.clearing.meaning")}
                  options={line.meanings.map((value) => ({ value, label: t(`bank.clearing.meanings.${value}`) }))}
                />
              )}
              <TextField
                {...field("about")}
                value={field("about").value ?? line.named}
                label={t("bank.clearing.about")}
                hint={only ? undefined : t("bank.clearing.aboutHint")}
                optional
              />
              <TextField {...field("number")} label={t("bank.clearing.number")} />
              <TextAreaField {...field("reason")} label={t("bank.clearing.reason")} rows={3} />
              <SubmitButton>{t("bank.clearing.send")}</SubmitButton>
            </>
          );
        }}
      </KeptForm>
    </section>
  );
}
