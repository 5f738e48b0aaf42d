import { Plus, X } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import type { Instalment } from "~/features/policies/domain/instalment";
import { CheckInput, NumberInput, SelectInput, SmallButton } from "./fields";
import { PairInput } from "./pair-input";
import { PlaceNotes } from "./place-notes";

type Parts = Instalment[] | null;
const place = "/amount/instalments";
const halves: Instalment[] = [{ percent: 50 }, { percent: 50, due: { year: 1 } }];

/** The parts in which a sum is paid: the first with the decision, each later one on its day, after its condition, or both. */
export function InstalmentEditor({ parts, onChange }: { parts: Parts; onChange: (next: Parts) => void }) {
  const { t } = useWords("workbench");
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("instalments.legend")}</legend>
      <CheckInput
        label={t("instalments.use")}
        checked={parts !== null}
        onChange={(on) => onChange(on ? halves : null)}
      />
      {parts && (
        <>
          <ol className="space-y-4">
            {parts.map((part, index) => (
              <li key={index} className="rounded border border-line p-3">
                <div role="group" aria-label={t("instalments.part", { number: index + 1 })}>
                  <Part index={index} part={part} onChange={(next) => onChange(parts.with(index, next))} />
                </div>
                {parts.length > 2 && index > 0 && (
                  <SmallButton
                    label={t("instalments.remove", { number: index + 1 })}
                    onClick={() => onChange(parts.toSpliced(index, 1))}
                  >
                    <X aria-hidden size={18} />
                  </SmallButton>
                )}
                <PlaceNotes place={`${place}/${index}`} below />
              </li>
            ))}
          </ol>
          <SmallButton onClick={() => onChange([...parts, { percent: 10, due: { year: parts.length } }])}>
            <Plus aria-hidden size={18} /> {t("instalments.add")}
          </SmallButton>
        </>
      )}
      <PlaceNotes place={place} />
    </fieldset>
  );
}

type PartProps = { index: number; part: Instalment; onChange: (next: Instalment) => void };
const kinds = ["year", "months", "none"] as const;

function Part({ index, part, onChange }: PartProps) {
  const { t } = useWords("workbench");
  const share = (
    <NumberInput
      label={t(index === 0 ? "instalments.first" : "instalments.later", { number: index + 1 })}
      unit="%"
      value={part.percent}
      onChange={(percent) => onChange({ ...part, percent: percent ?? 0 })}
    />
  );
  if (index === 0) return share;
  const { due, condition } = part;
  const kind = !due ? "none" : "months" in due ? "months" : "year";
  const dues = { none: undefined, months: { months: 12 }, year: { year: index } };
  return (
    <div className="grid gap-2 sm:grid-cols-3">
      {share}
      <SelectInput
        label={t("instalments.due")}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`instalments.kinds.${value}`) }))}
        onChange={(value) => onChange({ ...part, due: dues[value as (typeof kinds)[number]] })}
      />
      {due && (
        <NumberInput
          label={t(`instalments.count.${"months" in due ? "months" : "year"}`)}
          value={"months" in due ? due.months : due.year}
          onChange={(count) =>
            onChange({ ...part, due: "months" in due ? { months: count ?? 0 } : { year: count ?? 0 } })
          }
        />
      )}
      <CheckInput
        label={t("instalments.conditional")}
        checked={condition !== undefined}
        onChange={(on) => onChange({ ...part, condition: on ? { zh: "", en: "" } : undefined })}
      />
      {condition && (
        <PairInput
          place={`${place}/${index}/condition`}
          words="instalments"
          value={condition}
          onChange={(next) => onChange({ ...part, condition: next })}
        />
      )}
    </div>
  );
}
