import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { described, SubmitButton, type FormAnswer } from "~/ui/form";

type Props = { version: number; text: string; answer: FormAnswer | null };

/** Where a clause is pasted, or the item's own words are taken. */
export function ClauseForm({ version, text, answer }: Props) {
  const { t } = useWords("workbench");
  const error = answer?.errors["text"];
  return (
    <Form method="post" className="card mb-6">
      <input type="hidden" name="version" value={version} />
      <label htmlFor="text" className="mb-1 block font-semibold">
        {t("clause.text")}
      </label>
      <p id="text-hint" className="mb-1 text-sm text-muted">
        {t("clause.hint")}
      </p>
      {error && (
        <p id="text-error" className="mb-1 font-medium text-bad">
          {t(error)}
        </p>
      )}
      <textarea
        id="text"
        name="text"
        rows={6}
        className="field"
        defaultValue={answer?.values["text"] ?? text}
        {...described("text", true, error)}
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <SubmitButton name="intent" value="read">
          {t("clause.read")}
        </SubmitButton>
        <SubmitButton name="intent" value="read-own" look="secondary">
          {t("clause.readOwn")}
        </SubmitButton>
      </div>
    </Form>
  );
}
