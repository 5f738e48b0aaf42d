import { useState } from "react";
import { useTranslation } from "react-i18next";
import { acceptedExtensions } from "~/kernel/upload-rules";
import { described, Field, TextField, type FormAnswer } from "~/ui/form";
import type { Kept } from "~/ui/kept-form";
import { capitalAmount } from "../domain/capital-amount";
import { fenOf } from "../funds.schema";

type Props = { kept: Kept; answer: FormAnswer | undefined; idempotencyKey: string };

/** The sum twice, with its capital numerals under the first. */
export function SumTwice({ kept, answer }: Pick<Props, "kept" | "answer">) {
  const { t } = useTranslation("funds");
  const said = (field: string) => answer?.values?.[field] ?? kept[field];
  const [typed, setTyped] = useState(said("yuan"));
  const fen = fenOf(typed);
  return (
    <>
      <TextField
        name="yuan"
        label={t("budgets.yuan")}
        inputMode="decimal"
        value={said("yuan")}
        error={answer?.errors?.["yuan"]}
        onInput={setTyped}
      />
      <p role="status" className="-mt-3 mb-4 text-muted" data-capital>
        {fen === null ? "" : capitalAmount(fen)}
      </p>
      <TextField
        name="yuanAgain"
        label={t("orders.yuanAgain")}
        inputMode="decimal"
        value={said("yuanAgain")}
        error={answer?.errors?.["yuanAgain"]}
      />
    </>
  );
}

/** Number and file of the budget document, and why. */
export function PaperFields({ kept, answer, idempotencyKey }: Props) {
  const { t } = useTranslation("funds");
  const said = (field: string) => answer?.values?.[field] ?? kept[field];
  return (
    <>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField
        name="paperNumber"
        label={t("orders.paperNumber")}
        hint={t("orders.paperHint")}
        value={said("paperNumber")}
        error={answer?.errors?.["paperNumber"]}
      />
      <Field name="file" label={t("orders.paper")} error={answer?.errors?.["file"]}>
        <input
          id="file"
          type="file"
          name="file"
          accept={acceptedExtensions}
          className="block max-w-full"
          {...described("file", null, answer?.errors?.["file"])}
        />
      </Field>
      <TextField name="reason" label={t("orders.reason")} optional value={said("reason")} />
    </>
  );
}
