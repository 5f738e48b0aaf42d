import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";

/** Starts an item that doesn't exist yet, in an existing document or a new one. */
export function NewItemForm({ answer }: { answer?: FormAnswer }) {
  const { t } = useWords("workbench");
  const names = ["documentId", "documentTitle", "title"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`new.${name}`)]));
  return (
    <section className="card" aria-label={t("new.heading")}>
      <h2 className="mb-3">{t("new.heading")}</h2>
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      <Form method="post">
        {names.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`new.${name}`)}
            hint={t(`new.${name}Hint`)}
            optional={name === "documentTitle"}
            error={answer?.errors[name]}
            value={answer?.values[name]}
          />
        ))}
        <SubmitButton name="from" value="new">
          {t("new.start")}
        </SubmitButton>
      </Form>
    </section>
  );
}
