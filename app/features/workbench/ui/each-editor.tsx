import { Plus, Trash } from "~/ui/icons";
import { useMemo, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import type { Amount, AmountPart } from "~/features/policies/domain/amount-schema";
import { partKinds, partWith } from "../domain/amount-kinds";
import { leafWith, newLeaf, operatorsFor } from "../domain/operators-for";
import { EditorContext, useEditing, type FactChoice } from "./editor-context";
import { FactPicker } from "./fact-picker";
import { NumberInput, SelectInput, SmallButton } from "./fields";
import { CapBy, PartEditor } from "./part-editor";
import { ValueEditor } from "./value-editor";

type EachAmount = Extract<Amount, { kind: "each" }>;
type Props = { amount: EachAmount; set: (next: Amount) => void };

/** A sum over the entries of a list: which list, what one entry brings, which entries count, and the cap of the whole. */
export function EachEditor({ amount, set }: Props) {
  const { t } = useWords("workbench");
  const { factByName } = useEditing();
  const list = factByName.get(amount.of);
  return (
    <div className="space-y-3">
      <FactPicker
        label={t("each.of")}
        value={amount.of}
        only={({ type }) => type === "list"}
        onPick={({ name }) => set({ ...amount, of: name })}
      />
      <OfFields list={list}>
        <OnePart label={t("each.part")} part={amount.part} at="/amount/part" put={(part) => set({ ...amount, part })} />
        <Where where={amount.where} put={(where) => set({ ...amount, where })} />
      </OfFields>
      <Otherwise amount={amount} set={set} />
      <NumberInput
        label={t("amount.wholeCap")}
        hint={t("amount.capHint")}
        unit={t("yuan")}
        value={amount.capYuan}
        onChange={(capYuan) => set({ ...amount, capYuan })}
      />
      <CapBy value={amount.capBy} onChange={(capBy) => set({ ...amount, capBy })} />
    </div>
  );
}

/** Inside of it the fields of a list stand for the facts of the registry. */
function OfFields({ list, children }: { list: FactChoice | undefined; children: ReactNode }) {
  const editing = useEditing();
  const own = useMemo(() => {
    const facts: FactChoice[] = (list?.fields ?? []).map((field) => ({ ...field, fields: null, published: null }));
    return {
      ...editing,
      choices: { ...editing.choices, facts },
      factByName: new Map(facts.map((each) => [each.name, each])),
    };
  }, [editing, list]);
  return <EditorContext.Provider value={own}>{children}</EditorContext.Provider>;
}

type PartProps = { label: string; part: AmountPart; at: string; put: (part: AmountPart) => void };

function OnePart({ label, part, at, put }: PartProps) {
  const { t } = useWords("workbench");
  return (
    <div role="group" aria-label={label} className="space-y-3 rounded-md border border-line p-3">
      <SelectInput
        label={label}
        value={part.kind}
        options={partKinds.map((kind) => ({ value: kind, label: t(`amountKind.${kind}`) }))}
        onChange={(kind) => put(partWith(kind as AmountPart["kind"], part))}
      />
      <PartEditor part={part} at={at} onChange={put} />
    </div>
  );
}

function Otherwise({ amount, set }: Props) {
  const { t } = useWords("workbench");
  const { otherwise } = amount;
  if (otherwise === undefined)
    return (
      <SmallButton onClick={() => set({ ...amount, otherwise: { kind: "fixed", yuan: 0 } })}>
        <Plus aria-hidden size={16} />
        {t("each.addOtherwise")}
      </SmallButton>
    );
  return (
    <div className="space-y-2">
      <OnePart
        label={t("each.otherwise")}
        part={otherwise}
        at="/amount/otherwise"
        put={(part) => set({ ...amount, otherwise: part })}
      />
      <SmallButton onClick={() => set({ ...amount, otherwise: undefined })}>
        <Trash aria-hidden size={16} />
        {t("each.removeOtherwise")}
      </SmallButton>
    </div>
  );
}

/** One comparison that an entry must meet; a tree of several is written in the text. */
function Where({ where, put }: { where: Condition | undefined; put: (where: Condition | undefined) => void }) {
  const { t } = useWords("workbench");
  const { choices, factByName } = useEditing();
  const [first] = choices.facts;
  if (where === undefined)
    return (
      <SmallButton disabled={!first} onClick={() => first && put(newLeaf(first))}>
        <Plus aria-hidden size={16} />
        {t("each.addWhere")}
      </SmallButton>
    );
  const remove = (
    <SmallButton onClick={() => put(undefined)}>
      <Trash aria-hidden size={16} />
      {t("each.removeWhere")}
    </SmallButton>
  );
  const field = "fact" in where ? factByName.get(where.fact) : undefined;
  if (!("fact" in where) || !field)
    return (
      <div className="space-y-2">
        <p className="text-muted">{t("each.whereInText")}</p>
        {remove}
      </div>
    );
  return (
    <div role="group" aria-label={t("each.where")} className="grid gap-3 sm:grid-cols-3">
      <FactPicker label={t("each.where")} value={where.fact} onPick={(fact) => put(newLeaf(fact))} />
      <SelectInput
        label={t("operator.label")}
        value={where.operator}
        options={operatorsFor(field)
          .filter((operator) => operator !== "withinYears")
          .map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
        onChange={(operator) => put(leafWith(field, operator as Leaf["operator"], where.value))}
      />
      <ValueEditor fact={field} leaf={where} onChange={(value) => put({ ...where, value } as Leaf)} />
      {remove}
    </div>
  );
}
