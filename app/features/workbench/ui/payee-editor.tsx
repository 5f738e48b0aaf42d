import { useWords } from "~/i18n/use-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { CheckInput } from "./fields";
import { PairInput } from "./pair-input";
import { PlaceNotes } from "./place-notes";

/** Who is paid, where it isn't the firm that applies. */
export function PayeeEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const { beneficiary } = item;
  const put = (next: PolicyItem["beneficiary"]) => change(inItem({ beneficiary: next }));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("payee.legend")}</legend>
      <CheckInput
        label={t("payee.use")}
        checked={beneficiary !== undefined}
        onChange={(on) => put(on ? { zh: "", en: "" } : undefined)}
      />
      {beneficiary && (
        <div className="grid gap-2 sm:grid-cols-2">
          <PairInput place="/beneficiary" words="payee" value={beneficiary} onChange={put} />
        </div>
      )}
      <PlaceNotes place="/beneficiary" />
    </fieldset>
  );
}
