import { useWords } from "~/i18n/use-words";
import { hasClaimSpan, isSingleRound } from "~/features/policies/domain/claim-span";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { CheckInput, DayInput, NumberInput, SelectInput, TextInput } from "./fields";
import { PlaceNotes } from "./place-notes";

type Ends = Pick<PolicyItem, "claimFrom" | "claimTo" | "rewardedYear">;
const ends = ["claimFrom", "claimTo"] as const;
const none: Ends = { claimFrom: undefined, claimTo: undefined, rewardedYear: undefined };
const nextYear: Ends = { ...none, claimFrom: { year: 1, day: "01-01" }, claimTo: { year: 1, day: "12-31" } };

/** When a year may be claimed, apart from that year: counted from it, or a single round between two dates. */
export function ClaimEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const put = (parts: Partial<PolicyItem>) => change(inItem(parts));
  const used = hasClaimSpan(item);
  const single = isSingleRound(item);
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("claims.legend")}</legend>
      <CheckInput
        label={t("claims.use")}
        checked={used}
        onChange={(on) => put(on ? { ...nextYear, window: null } : none)}
      />
      {used && (
        <div className="grid items-start gap-2 sm:grid-cols-2">
          <SelectInput
            label={t("claims.kind")}
            value={single ? "single" : "yearly"}
            options={(["yearly", "single"] as const).map((value) => ({ value, label: t(`claims.${value}`) }))}
            onChange={(kind) => put(kind === "single" ? { ...none, claimFrom: "", claimTo: "" } : nextYear)}
          />
          {ends.map((end) => (
            <End key={end} end={end} value={item[end]} onChange={(value) => put({ [end]: value })} />
          ))}
          {single && (
            <NumberInput
              label={t("claims.rewardedYear")}
              hint={t("claims.rewardedYearHint")}
              value={item.rewardedYear ?? null}
              onChange={(year) => put({ rewardedYear: year ?? undefined })}
            />
          )}
        </div>
      )}
      <PlaceNotes place="/claimFrom" below />
      <PlaceNotes place="/claimTo" below />
      <PlaceNotes place="/rewardedYear" />
    </fieldset>
  );
}

function End({
  end,
  value,
  onChange,
}: {
  end: (typeof ends)[number];
  value: Ends["claimFrom"];
  onChange: (value: Ends["claimFrom"]) => void;
}) {
  const { t } = useWords("workbench");
  if (typeof value === "string") return <DayInput label={t(`claims.${end}`)} value={value} onChange={onChange} />;
  const day = value ?? { year: 1, day: "" };
  return (
    <div className="grid grid-cols-2 gap-2">
      <NumberInput
        label={t(`claims.${end}Year`)}
        hint={t("claims.yearHint")}
        value={day.year}
        onChange={(year) => onChange({ ...day, year: year ?? 0 })}
      />
      <TextInput
        label={t(`claims.${end}`)}
        hint={t("claims.dayHint")}
        value={day.day}
        onChange={(text) => onChange(text === "" ? undefined : { ...day, day: text })}
      />
    </div>
  );
}
