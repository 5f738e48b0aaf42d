import { Plus, X } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import type { ObligationRule } from "~/features/policies/domain/claim-terms";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { FactPicker } from "./fact-picker";
import { CheckInput, NumberInput, SmallButton } from "./fields";
import { PairInput } from "./pair-input";
import { PlaceNotes } from "./place-notes";

const figures: readonly string[] = ["yuan", "integer", "number", "percent"];
const blank: ObligationRule = { zh: "", en: "", years: 1, clawbackPercent: 100 };

/** What a firm keeps up after it was supported, until when, and what is asked back where it doesn't. */
export function AfterEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const rules = item.conditionsAfter ?? [];
  const put = (next: ObligationRule[]) => change(inItem({ conditionsAfter: next.length > 0 ? next : undefined }));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("after.legend")}</legend>
      <ul className="space-y-4">
        {rules.map((rule, index) => (
          <li key={index} className="rounded border border-line p-3">
            <Rule place={`/conditionsAfter/${index}`} rule={rule} onChange={(next) => put(rules.with(index, next))} />
            <SmallButton label={t("after.remove")} onClick={() => put(rules.toSpliced(index, 1))}>
              <X aria-hidden size={18} />
            </SmallButton>
            <PlaceNotes place={`/conditionsAfter/${index}`} />
            {["years", "clawbackPercent", "keeps"].map((part) => (
              <PlaceNotes key={part} place={`/conditionsAfter/${index}/${part}`} below />
            ))}
          </li>
        ))}
      </ul>
      <SmallButton onClick={() => put([...rules, blank])}>
        <Plus aria-hidden size={18} /> {t("after.add")}
      </SmallButton>
    </fieldset>
  );
}

type RuleProps = { place: string; rule: ObligationRule; onChange: (rule: ObligationRule) => void };

function Rule({ place, rule, onChange }: RuleProps) {
  const { t } = useWords("workbench");
  const { keeps } = rule;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <PairInput place={place} words="after" value={rule} onChange={onChange} />
      <NumberInput
        label={t("after.years")}
        value={rule.years}
        onChange={(years) => onChange({ ...rule, years: years ?? 0 })}
      />
      <NumberInput
        label={t("after.clawback")}
        unit="%"
        value={rule.clawbackPercent}
        onChange={(percent) => onChange({ ...rule, clawbackPercent: percent ?? 0 })}
      />
      <CheckInput
        label={t("after.keeps")}
        checked={keeps !== undefined}
        onChange={(on) => onChange({ ...rule, keeps: on ? { fact: "employees", percent: 100 } : undefined })}
      />
      {keeps && (
        <>
          <FactPicker
            label={t("after.fact")}
            value={keeps.fact}
            only={({ type }) => figures.includes(type)}
            onPick={({ name }) => onChange({ ...rule, keeps: { ...keeps, fact: name } })}
          />
          <NumberInput
            label={t("after.percent")}
            unit="%"
            value={keeps.percent}
            onChange={(percent) => onChange({ ...rule, keeps: { ...keeps, percent: percent ?? 0 } })}
          />
        </>
      )}
    </div>
  );
}
