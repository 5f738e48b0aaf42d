import { useWords } from "~/i18n/use-words";
import { isReviewed, type RedemptionSettings } from "../domain/redemption-settings";
import { useEditing } from "./editor-context";
import { CheckInput, NumberInput, SelectInput } from "./fields";
import { PlaceNotes } from "./place-notes";
import { ReviewParts } from "./review-parts";

const stages = ["countyReview", "leadReview", "coReview", "budgetCheck", "payment", "correction"] as const;

/** How the item is redeemed: what follows from the text is shown, what is set here wins. */
export function RedemptionEditor({ settings }: { settings: RedemptionSettings }) {
  const { t } = useWords("workbench");
  const { change, preview, choices } = useEditing();
  const { redemption } = preview;
  const put = (parts: RedemptionSettings) =>
    change((state) => ({ ...state, redemption: pruned({ ...state.redemption, ...parts }) }));
  const co = choices.departments.filter(
    ({ level, id }) => level === redemption.level && id !== redemption.leadDepartmentId,
  );
  const isSet = Object.keys(settings).length > 0;
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">{t(isSet ? "redemption.own" : "redemption.derived")}</p>
      {isReviewed(redemption) ? (
        <CheckInput
          label={t("redemption.countyPreReview")}
          checked={redemption.countyPreReview}
          onChange={(countyPreReview) => put({ countyPreReview })}
        />
      ) : (
        <p className="text-sm text-muted">{t("redemption.notReviewed")}</p>
      )}
      <Terms settings={settings} redemption={redemption} put={put} />
      <SelectInput
        label={t("redemption.correctionClock")}
        value={redemption.correctionClock ?? "pause"}
        onChange={(clock) => put({ correctionClock: clock === "reset" ? "reset" : "pause" })}
        options={["pause", "reset"].map((value) => ({ value, label: t(`redemption.clock.${value}`) }))}
      />
      {isReviewed(redemption) && <ReviewParts redemption={redemption} put={put} />}
      {isReviewed(redemption) && (
        <fieldset>
          <legend className="font-medium">{t("redemption.coDepartments")}</legend>
          <div className="flex flex-wrap gap-x-4">
            {co.map(({ id, label }) => (
              <CheckInput
                key={id}
                label={label}
                checked={redemption.coDepartmentIds.includes(id)}
                onChange={(on) =>
                  put({
                    coDepartmentIds: on
                      ? [...redemption.coDepartmentIds, id]
                      : redemption.coDepartmentIds.filter((each) => each !== id),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {isSet && (
        <button
          type="button"
          className="button button-secondary"
          onClick={() => change((state) => ({ ...state, redemption: {} }))}
        >
          {t("redemption.reset")}
        </button>
      )}
    </div>
  );
}

/** The terms of the whole and of each step. */
function Terms({
  settings,
  redemption,
  put,
}: {
  settings: RedemptionSettings;
  redemption: ReturnType<typeof useEditing>["preview"]["redemption"];
  put: (parts: RedemptionSettings) => void;
}) {
  const { t } = useWords("workbench");
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Days
        place="promisedWorkingDays"
        label={t("redemption.promised")}
        value={redemption.promisedWorkingDays}
        onChange={(value) => put({ promisedWorkingDays: value })}
      />
      <Days
        place="publicityWorkingDays"
        label={t("redemption.publicity")}
        value={redemption.publicityWorkingDays}
        onChange={(value) => put({ publicityWorkingDays: value })}
      />
      {stages.map((stage) => (
        <Days
          key={stage}
          place={`stageWorkingDays/${stage}`}
          label={t(`redemption.stage.${stage}`)}
          value={redemption.stageWorkingDays[stage]}
          onChange={(value) => put({ stageWorkingDays: { ...settings.stageWorkingDays, [stage]: value } })}
        />
      ))}
    </div>
  );
}

/** A number of working days, with what is wrong about it. */
function Days({
  place,
  label,
  value,
  onChange,
}: {
  place: string;
  label: string;
  value: number;
  onChange: (value: number | undefined) => void;
}) {
  const { t } = useWords("workbench");
  const id = `/redemption/${place}`;
  return (
    <div>
      <NumberInput
        id={id}
        label={label}
        unit={t("workingDays")}
        value={value}
        onChange={(days) => onChange(days ?? undefined)}
      />
      <PlaceNotes place={id} />
    </div>
  );
}

/** Settings without keys that say nothing. */
function pruned(settings: RedemptionSettings): RedemptionSettings {
  return JSON.parse(JSON.stringify(settings)) as RedemptionSettings;
}
