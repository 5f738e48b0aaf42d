import { useWords } from "~/i18n/use-words";
import { DateField, type FieldErrors } from "~/ui/form";
import { CheckField, RadioField } from "~/ui/choice-fields";
import { officeField } from "../domain/joint-meeting";

type Kept = Readonly<Record<string, string>>;

type Shown = {
  actions: readonly string[];
  dispute: { offices: readonly { id: string; name: string }[] } | null;
  objections: readonly Objection[];
};

/** What a meeting or the reading of an objection needs besides words. */
export function DisputeFields({ shown, kept, errors }: { shown: Shown; kept: Kept; errors: FieldErrors }) {
  const { actions, dispute, objections } = shown;
  return (
    <>
      {dispute && actions.includes("MEETING_CALLED") && (
        <MeetingFields offices={dispute.offices} kept={kept} errors={errors} />
      )}
      {actions.includes("OBJECTION_ADMITTED") && <PickObjection objections={objections} kept={kept} />}
    </>
  );
}

type Meeting = { offices: readonly { id: string; name: string }[]; kept: Kept; errors: FieldErrors };

/** Day and departments of a joint meeting. */
function MeetingFields({ offices, kept, errors }: Meeting) {
  const { t } = useWords("redemption");
  return (
    <fieldset className="mb-4" aria-describedby={errors["meetingOffices"] && "meetingOffices-error"}>
      <legend className="mb-2 font-semibold">{t("dispute.callTitle")}</legend>
      <DateField
        name="meetingDay"
        label={t("dispute.meetingDay")}
        value={kept["meetingDay"]}
        error={errors["meetingDay"]}
      />
      {errors["meetingOffices"] && (
        <p id="meetingOffices-error" className="mb-1 font-medium text-bad">
          {t(errors["meetingOffices"])}
        </p>
      )}
      {offices.map(({ id, name }) => (
        <CheckField
          key={id}
          name={`${officeField}${id}`}
          label={name}
          checked={kept["meetingDay"] === undefined || kept[`${officeField}${id}`] === "1"}
        />
      ))}
      <p className="text-sm text-muted">{t("dispute.minutes")}</p>
    </fieldset>
  );
}

type Objection = { id: string; text: string; admission: string; outcome: string | null };

/** Which of the objections that wait to be read is admitted or refused. */
function PickObjection({ objections, kept }: { objections: readonly Objection[]; kept: Kept }) {
  const { t } = useWords("redemption");
  const unread = objections.filter(({ admission, outcome }) => admission === "unread" && outcome === null);
  return (
    <RadioField
      name="objectionId"
      label={t("side.pickObjection")}
      value={kept["objectionId"] ?? unread[0]?.id}
      options={unread.map(({ id, text }) => ({ value: id, label: text }))}
    />
  );
}
