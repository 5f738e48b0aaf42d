import { useWords } from "~/i18n/use-words";
import type { Quota } from "~/features/policies/domain/claim-terms";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { CheckInput, NumberInput, SelectInput, TextInput } from "./fields";
import { PlaceNotes } from "./place-notes";

const orders = ["ranking", "lot", "firstCome"] as const;
const spans = ["year", "round", "ever"] as const;

/** How many may have it or out of how much money, and who comes first. */
export function QuotaEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change, choices } = useEditing();
  const { quota } = item;
  const put = (next: Quota | undefined) => change(inItem({ quota: next }));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("quota.legend")}</legend>
      <p className="text-sm text-muted">{t("quota.hint")}</p>
      <CheckInput
        label={t("quota.use")}
        checked={quota !== undefined}
        onChange={(on) => put(on ? { per: "year", order: "ranking" } : undefined)}
      />
      {quota && (
        <div className="grid items-start gap-2 sm:grid-cols-2">
          <SelectInput
            label={t("quota.order")}
            value={quota.order}
            options={orders.map((value) => ({ value, label: t(`quota.orders.${value}`) }))}
            onChange={(order) => put({ ...quota, order: order as Quota["order"] })}
          />
          <NumberInput
            label={t("quota.count")}
            hint={t("quota.countHint")}
            value={quota.count ?? null}
            onChange={(count) => put({ ...quota, count: count ?? undefined })}
          />
          <NumberInput
            label={t("quota.pool")}
            unit={t("yuan")}
            value={quota.poolYuan ?? null}
            onChange={(poolYuan) => put({ ...quota, poolYuan: poolYuan ?? undefined })}
          />
          <SelectInput
            label={t("quota.per")}
            value={quota.per}
            options={spans.map((value) => ({ value, label: t(`quota.spans.${value}`) }))}
            onChange={(per) => put({ ...quota, per: per as Quota["per"] })}
          />
          <div>
            <TextInput
              label={t("quota.group")}
              hint={t("quota.groupHint")}
              list="quota-groups"
              value={quota.group ?? ""}
              onChange={(group) => put({ ...quota, group: group === "" ? undefined : group })}
            />
            <datalist id="quota-groups">
              {choices.quotaGroups.map((group) => (
                <option key={group} value={group} />
              ))}
            </datalist>
          </div>
          <CheckInput
            label={t("quota.proRata")}
            checked={quota.proRata === true}
            onChange={(on) => put({ ...quota, proRata: on ? true : undefined })}
          />
        </div>
      )}
      <PlaceNotes place="/quota" below />
    </fieldset>
  );
}
