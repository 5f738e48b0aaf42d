import { useTranslation } from "react-i18next";
import { CheckField, DateField, RadioField } from "~/ui/form";
import { officeField } from "../domain/joint-meeting";

type Kept = Readonly<Record<string, string>>;

type Shown = {
  actions: readonly string[];
  dispute: { offices: readonly { id: string; name: string }[] } | null;
  objections: readonly Objection[];
};

/** What a meeting or the reading of an objection needs besides words. */
export function DisputeFields({ shown: { actions, dispute, objections }, kept }: { shown: Shown; kept: Kept }) {
  return (
    <>
      {dispute && actions.includes("MEETING_CALLED") && <MeetingFields offices={dispute.offices} kept={kept} />}
      {actions.includes("OBJECTION_ADMITTED") && <PickObjection objections={objections} kept={kept} />}
    </>
  );
}

/** Day and departments of a joint meeting. */
function MeetingFields({ offices, kept }: { offices: readonly { id: string; name: string }[]; kept: Kept }) {
  const { t } = useTranslation("redemption");
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 font-semibold">{t("dispute.callTitle")}</legend>
      <DateField name="meetingDay" label={t("dispute.meetingDay")} value={kept["meetingDay"]} />
      {offices.map(({ id, name }) => (
        <CheckField key={id} name={`${officeField}${id}`} label={name} checked />
      ))}
      <p className="text-sm text-muted">{t("dispute.minutes")}</p>
    </fieldset>
  );
}

type Objection = { id: string; text: string; admission: string; outcome: string | null };

/** Which of the objections that wait to be read is admitted or refused. */
function PickObjection({ objections, kept }: { objections: readonly Objection[]; kept: Kept }) {
  const { t } = useTranslation("redemption");
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
