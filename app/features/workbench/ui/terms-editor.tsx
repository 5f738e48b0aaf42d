import { useWords } from "~/i18n/use-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { AfterEditor } from "./after-editor";
import { ClaimEditor } from "./claim-editor";
import { useEditing } from "./editor-context";
import { CheckInput, LinesInput, NumberInput, TextInput } from "./fields";
import { QuotaEditor } from "./quota-editor";
import { PayeeEditor } from "./payee-editor";
import { PlaceNotes } from "./place-notes";

/** Exclusivity, window, cost shares, materials and steps. */
export function TermsEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change, choices } = useEditing();
  const put = (parts: Partial<PolicyItem>) => change(inItem(parts));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <TextInput
          id="/exclusiveGroup"
          label={t("terms.exclusiveGroup")}
          hint={t("terms.exclusiveHint")}
          list="exclusive-groups"
          value={item.exclusiveGroup ?? ""}
          onChange={(group) => put({ exclusiveGroup: group === "" ? null : group })}
        />
        <datalist id="exclusive-groups">
          {choices.exclusiveGroups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
        <PlaceNotes place="/exclusiveGroup" />
      </div>
      <CheckInput label={t("terms.topUp")} checked={item.topUp} onChange={(topUp) => put({ topUp })} />
      <Window item={item} />
      <ClaimEditor item={item} />
      <QuotaEditor item={item} />
      <PayeeEditor item={item} />
      <AfterEditor item={item} />
      <Shares item={item} />
      <div>
        <LinesInput
          label={t("terms.materials")}
          hint={t("terms.lines")}
          value={item.materials}
          onChange={(materials) => put({ materials })}
        />
        <PlaceNotes place="/materials" below />
      </div>
      <div>
        <LinesInput
          label={t("terms.steps")}
          hint={t("terms.lines")}
          value={item.steps}
          onChange={(steps) => put({ steps })}
        />
        <PlaceNotes place="/steps" below />
      </div>
    </div>
  );
}

/** The yearly window for handing in, as month and day. */
function Window({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const { window: yearly } = item;
  const put = (next: PolicyItem["window"]) => change(inItem({ window: next }));
  return (
    <fieldset>
      <legend className="font-medium">{t("terms.window")}</legend>
      <CheckInput
        label={t("terms.windowUse")}
        checked={yearly !== null}
        onChange={(on) => put(on ? { opens: null, closes: null } : null)}
      />
      {yearly && (
        <div className="grid grid-cols-2 gap-2">
          {(["opens", "closes"] as const).map((end) => (
            <TextInput
              key={end}
              label={t(`terms.${end}`)}
              hint={t("terms.monthDay")}
              value={yearly[end] ?? ""}
              onChange={(day) => put({ ...yearly, [end]: day === "" ? null : day })}
            />
          ))}
        </div>
      )}
      <PlaceNotes place="/window" below />
    </fieldset>
  );
}

const shares = ["central", "province", "city", "county"] as const;

/** Who bears how much of the sum, in per cent. */
function Shares({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const { costSharing } = item;
  const put = (next: PolicyItem["costSharing"]) => change(inItem({ costSharing: next }));
  const set = (share: (typeof shares)[number], percent: number | null) => {
    const others = Object.entries(costSharing ?? {}).filter(([key]) => key !== share);
    put(Object.fromEntries(percent === null ? others : [...others, [share, percent]]));
  };
  return (
    <fieldset>
      <legend className="font-medium">{t("terms.shares")}</legend>
      <CheckInput
        label={t("terms.sharesUse")}
        checked={costSharing !== null}
        onChange={(on) => put(on ? { city: 100 } : null)}
      />
      {costSharing && (
        <div className="grid grid-cols-2 gap-2">
          {shares.map((share) => (
            <NumberInput
              key={share}
              label={t(`terms.share.${share}`)}
              unit="%"
              value={costSharing[share] ?? null}
              onChange={(percent) => set(share, percent)}
            />
          ))}
        </div>
      )}
      <PlaceNotes place="/costSharing" />
    </fieldset>
  );
}
