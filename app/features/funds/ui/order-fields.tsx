import { useActionData } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import { acceptedExtensions } from "~/kernel/upload-rules";
import { FileField } from "~/ui/file-field";
import { TextField, type FieldErrors, type FormAnswer } from "~/ui/form";
import type { Kept } from "~/ui/kept-form";
import { refusedFields } from "~/ui/refusal-alert";
import { capitalAmount } from "~/kernel/capital-amount";
import { fenOf } from "../funds.schema";

type Props = { kept: Kept; answer: FormAnswer | undefined; idempotencyKey: string };

/** The field that each refusal of an order is about. */
const refusals = { "funds.order-sum": "yuan", "funds.order-over": "yuan", "funds.paper-number": "paperNumber" };

/** What is wrong with a field of the order just sent, by the form or by what stands in its way. */
function useErrors(answer: FormAnswer | undefined): FieldErrors {
  return { ...refusedFields(useActionData(), refusals), ...answer?.errors };
}

/** The sum twice, with its capital numerals under the first. */
export function SumTwice({ kept, answer }: Pick<Props, "kept" | "answer">) {
  const { t } = useWords("funds");
  const errors = useErrors(answer);
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
        error={errors["yuan"]}
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
        error={errors["yuanAgain"]}
      />
    </>
  );
}

/** Number and file of the budget document, and why. */
export function PaperFields({ kept, answer, idempotencyKey }: Props) {
  const { t } = useWords("funds");
  const errors = useErrors(answer);
  const said = (field: string) => answer?.values?.[field] ?? kept[field];
  return (
    <>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField
        name="paperNumber"
        label={t("orders.paperNumber")}
        hint={t("orders.paperHint")}
        value={said("paperNumber")}
        error={errors["paperNumber"]}
      />
      <FileField label={t("orders.paper")} accept={acceptedExtensions} error={errors["file"]} />
      <TextField name="reason" label={t("orders.reason")} optional value={said("reason")} />
    </>
  );
}
