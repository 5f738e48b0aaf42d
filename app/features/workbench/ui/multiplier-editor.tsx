import { Plus, Trash } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import type { Multiplier } from "~/features/policies/domain/amount-schema";
import { inItem } from "../domain/editor-state";
import { useEditing, type FactChoice } from "./editor-context";
import { FactPicker } from "./fact-picker";
import { CheckInput, NumberInput, SelectInput, SmallButton, TextInput } from "./fields";

const isClass = ({ type }: FactChoice) => type === "enum" || type === "boolean";

/** The factor by class of a fact (差别化系数), on top of the capped sum. */
export function MultiplierEditor({ multiplier }: { multiplier: Multiplier | null }) {
  const { t } = useWords("workbench");
  const { change, choices, factByName } = useEditing();
  const put = (next: Multiplier | null) => change(inItem({ multiplier: next }));
  const usual = factByName.get("landEfficiencyRating") ?? choices.facts.find(isClass);
  if (!multiplier)
    return <CheckInput label={t("multiplier.use")} checked={false} onChange={() => usual && put(factorsOf(usual))} />;
  const fact = factByName.get(multiplier.fact);
  const value = (index: number, parts: Partial<Multiplier["values"][number]>) =>
    put({ ...multiplier, values: multiplier.values.map((each, at) => (at === index ? { ...each, ...parts } : each)) });
  return (
    <div className="space-y-3">
      <CheckInput label={t("multiplier.use")} checked onChange={() => put(null)} />
      <FactPicker
        label={t("multiplier.fact")}
        value={multiplier.fact}
        only={isClass}
        onPick={(picked) => put(factorsOf(picked))}
      />
      {multiplier.values.map((entry, index) => (
        <div key={index} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
          {fact?.values ? (
            <SelectInput
              label={t("multiplier.value", { place: index + 1 })}
              value={String(entry.value)}
              options={fact.values}
              onChange={(next) => value(index, { value: next })}
            />
          ) : (
            <TextInput
              label={t("multiplier.value", { place: index + 1 })}
              value={String(entry.value)}
              onChange={(next) => value(index, { value: next === "true" ? true : next === "false" ? false : next })}
            />
          )}
          <NumberInput
            label={t("multiplier.factor", { place: index + 1 })}
            value={entry.factor}
            onChange={(factor) => value(index, { factor: factor ?? 0 })}
          />
          <SmallButton
            label={t("multiplier.remove", { place: index + 1 })}
            disabled={multiplier.values.length < 2}
            onClick={() => put({ ...multiplier, values: multiplier.values.filter((_, at) => at !== index) })}
          >
            <Trash aria-hidden size={16} />
          </SmallButton>
        </div>
      ))}
      <SmallButton
        onClick={() =>
          put({ ...multiplier, values: [...multiplier.values, { value: fact?.values?.[0]?.value ?? "", factor: 1 }] })
        }
      >
        <Plus aria-hidden size={16} />
        {t("multiplier.add")}
      </SmallButton>
      <NumberInput
        label={t("multiplier.otherwise")}
        value={multiplier.otherwise}
        onChange={(otherwise) => put({ ...multiplier, otherwise: otherwise ?? 0 })}
      />
    </div>
  );
}

function factorsOf(fact: FactChoice): Multiplier {
  const members: (string | boolean)[] = fact.values?.map(({ value }) => value) ?? [true, false];
  return { fact: fact.name, values: members.map((value) => ({ value, factor: 1 })), otherwise: 1 };
}
