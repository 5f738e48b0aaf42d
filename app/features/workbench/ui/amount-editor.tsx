import { Plus, Trash } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import { effects, type Amount, type AmountPart } from "~/features/policies/domain/amount-schema";
import { amountKinds, amountWith, partKinds, partWith } from "../domain/amount-kinds";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { EachEditor } from "./each-editor";
import { CheckInput, NumberInput, SelectInput, SmallButton, TextInput } from "./fields";
import { CapBy, PartEditor } from "./part-editor";
import { InstalmentEditor } from "./instalment-editor";
import { PlaceNotes } from "./place-notes";

/** The whole amount: its kind, its parts, its cap, and what is only shown with it. */
export function AmountEditor({ amount }: { amount: Amount }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const set = (next: Amount) => change(inItem({ amount: next }));
  const kinds = amountKinds.map((kind) => ({ value: kind, label: t(`amountKind.${kind}`) }));
  return (
    <div className="space-y-4">
      <SelectInput
        id="/amount"
        label={t("amount.kind")}
        value={amount.kind}
        options={kinds}
        onChange={(kind) => set(amountWith(kind as Amount["kind"], amount))}
      />
      <PlaceNotes place="/amount" />
      {amount.kind === "sum" || amount.kind === "lesserOf" ? (
        <Parts amount={amount} set={set} />
      ) : amount.kind === "each" ? (
        <EachEditor amount={amount} set={set} />
      ) : (
        amount.kind !== "service" && (
          <PartEditor part={amount} at="/amount" onChange={(part) => set({ ...amount, ...part } as Amount)} />
        )
      )}
      <Shown amount={amount} set={set} />
    </div>
  );
}

type Joined = Extract<Amount, { kind: "sum" | "lesserOf" }>;

function Parts({ amount, set }: { amount: Joined; set: (next: Amount) => void }) {
  const { t } = useWords("workbench");
  const put = (parts: AmountPart[]) => set({ ...amount, parts });
  return (
    <div className="space-y-3">
      {amount.parts.map((part, index) => (
        <div
          key={index}
          role="group"
          aria-label={t("amount.part", { place: index + 1 })}
          className="space-y-3 rounded-md border border-line p-3"
        >
          <div className="flex flex-wrap items-end gap-2">
            <SelectInput
              label={t("amount.partKind", { place: index + 1 })}
              value={part.kind}
              options={partKinds.map((kind) => ({ value: kind, label: t(`amountKind.${kind}`) }))}
              onChange={(kind) =>
                put(amount.parts.map((each, at) => (at === index ? partWith(kind as AmountPart["kind"], each) : each)))
              }
            />
            <SmallButton
              label={t("amount.removePart", { place: index + 1 })}
              disabled={amount.parts.length < 2}
              onClick={() => put(amount.parts.filter((_, at) => at !== index))}
            >
              <Trash aria-hidden size={16} />
            </SmallButton>
          </div>
          <PartEditor
            part={part}
            at={`/amount/parts/${index}`}
            onChange={(next) => put(amount.parts.map((each, at) => (at === index ? next : each)))}
          />
          <PlaceNotes place={`/amount/parts/${index}`} />
        </div>
      ))}
      <SmallButton onClick={() => put([...amount.parts, { kind: "fixed", yuan: 0 }])}>
        <Plus aria-hidden size={16} />
        {t("amount.addPart")}
      </SmallButton>
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

/** Keys of an amount that don't enter the sum of one item. */
function Shown({ amount, set }: { amount: Amount; set: (next: Amount) => void }) {
  const { t } = useWords("workbench");
  const { choices } = useEditing();
  const put = (parts: Partial<Amount>) => set({ ...amount, ...parts } as Amount);
  const { sharedCap, rangeYuan } = amount;
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="min-h-11 font-medium">{t("amount.more")}</summary>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectInput
          label={t("amount.effect")}
          value={amount.effect}
          options={effects.map((effect) => ({ value: effect, label: t(`effect.${effect}`) }))}
          onChange={(effect) => put({ effect: effect as Amount["effect"] })}
        />
        <NumberInput label={t("amount.maxYears")} value={amount.maxYears} onChange={(maxYears) => put({ maxYears })} />
        <CheckInput
          label={t("amount.upTo")}
          checked={amount.upTo}
          onChange={(upTo) => put({ upTo, ...(upTo ? {} : { rateUnknown: undefined }) })}
        />
        {amount.kind === "fixed" && amount.upTo && (
          <CheckInput
            label={t("amount.rateUnknown")}
            checked={amount.rateUnknown === true}
            onChange={(on) => put({ rateUnknown: on ? true : undefined })}
          />
        )}
        <CapLast amount={amount} put={put} />
        <CheckInput label={t("amount.atLeast")} checked={amount.atLeast} onChange={(atLeast) => put({ atLeast })} />
        <CheckInput
          label={t("amount.perYear")}
          checked={amount.period === "year"}
          onChange={(on) => put({ period: on ? "year" : null })}
        />
        <NumberInput
          label={t("amount.rangeFrom")}
          unit={t("yuan")}
          value={rangeYuan?.[0] ?? null}
          onChange={(from) => put({ rangeYuan: from === null ? null : [from, rangeYuan?.[1] ?? from] })}
        />
        <NumberInput
          label={t("amount.rangeTo")}
          unit={t("yuan")}
          value={rangeYuan?.[1] ?? null}
          onChange={(to) => put({ rangeYuan: to === null ? null : [rangeYuan?.[0] ?? 0, to] })}
        />
        <TextInput
          label={t("amount.sharedCapGroup")}
          hint={t("amount.sharedCapHint")}
          list="shared-caps"
          value={sharedCap?.group ?? ""}
          onChange={(group) => put({ sharedCap: group === "" ? null : { yuan: 0, ...sharedCap, group } })}
        />
        {sharedCap && <SharedCap cap={sharedCap} onChange={(next) => put({ sharedCap: next })} />}
        <InstalmentEditor parts={amount.instalments} onChange={(instalments) => put({ instalments })} />
      </div>
      <datalist id="shared-caps">
        {choices.sharedCaps.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </details>
  );
}

function CapLast({ amount, put }: { amount: Amount; put: (parts: Partial<Amount>) => void }) {
  const { t } = useWords("workbench");
  if (!("capYuan" in amount)) return null;
  return (
    <CheckInput
      label={t("amount.capLast")}
      checked={amount.capLast === true}
      onChange={(on) => put({ capLast: on ? true : undefined })}
    />
  );
}

type Cap = NonNullable<Amount["sharedCap"]>;
const capScopes = ["firm", "project", "vehicle"] as const;

/** Of what a shared cap is one, and its sum. */
function SharedCap({ cap, onChange }: { cap: Cap; onChange: (cap: Cap) => void }) {
  const { t } = useWords("workbench");
  return (
    <>
      <SelectInput
        label={t("capScope.label")}
        value={cap.scope ?? "firm"}
        options={capScopes.map((value) => ({ value, label: t(`capScope.${value}`) }))}
        onChange={(scope) => onChange({ ...cap, scope: scope as Cap["scope"] })}
      />
      <NumberInput
        label={t("amount.sharedCapYuan")}
        unit={t("yuan")}
        value={cap.yuan}
        onChange={(yuan) => onChange({ ...cap, yuan: yuan ?? 0 })}
      />
    </>
  );
}
