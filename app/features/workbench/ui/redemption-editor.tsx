import { useTranslation } from "react-i18next";
import type { RedemptionSettings } from "../domain/redemption-settings";
import { useEditing } from "./editor-context";
import { CheckInput, NumberInput } from "./fields";

const stages = ["countyReview", "leadReview", "coReview", "budgetCheck", "payment", "correction"] as const;

/** How the item is redeemed: what follows from the text is shown, what is set here wins. */
export function RedemptionEditor({ settings }: { settings: RedemptionSettings }) {
  const { t } = useTranslation("workbench");
  const { change, preview, choices } = useEditing();
  const { redemption } = preview;
  const put = (parts: RedemptionSettings) => change((state) => ({ ...state, redemption: pruned({ ...state.redemption, ...parts }) }));
  const days = t("workingDays");
  const co = choices.departments.filter(({ level, id }) => level === redemption.level && id !== redemption.leadDepartmentId);
  const isSet = Object.keys(settings).length > 0;
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">{t(isSet ? "redemption.own" : "redemption.derived")}</p>
      <CheckInput label={t("redemption.countyPreReview")} checked={redemption.countyPreReview} onChange={(countyPreReview) => put({ countyPreReview })} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <NumberInput label={t("redemption.promised")} unit={days} value={redemption.promisedWorkingDays} onChange={(value) => put({ promisedWorkingDays: value ?? undefined })} />
        <NumberInput label={t("redemption.publicity")} unit={days} value={redemption.publicityWorkingDays} onChange={(value) => put({ publicityWorkingDays: value ?? undefined })} />
        {stages.map((stage) => (
          <NumberInput key={stage} label={t(`redemption.stage.${stage}`)} unit={days} value={redemption.stageWorkingDays[stage]} onChange={(value) => put({ stageWorkingDays: { ...settings.stageWorkingDays, [stage]: value ?? undefined } })} />
        ))}
      </div>
      <fieldset>
        <legend className="font-medium">{t("redemption.coDepartments")}</legend>
        <div className="flex flex-wrap gap-x-4">
          {co.map(({ id, label }) => (
            <CheckInput key={id} label={label} checked={redemption.coDepartmentIds.includes(id)} onChange={(on) => put({ coDepartmentIds: on ? [...redemption.coDepartmentIds, id] : redemption.coDepartmentIds.filter((each) => each !== id) })} />
          ))}
        </div>
      </fieldset>
      {isSet && <button type="button" className="button button-secondary" onClick={() => change((state) => ({ ...state, redemption: {} }))}>{t("redemption.reset")}</button>}
    </div>
  );
}

/** Settings without keys that say nothing. */
function pruned(settings: RedemptionSettings): RedemptionSettings {
  return JSON.parse(JSON.stringify(settings)) as RedemptionSettings;
}
