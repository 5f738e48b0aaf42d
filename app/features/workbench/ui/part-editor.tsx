import { useWords } from "~/i18n/use-words";
import type { BaseFigure } from "~/features/policies/domain/figure";
import type { AmountPart } from "~/features/policies/domain/amount-schema";
import { useEditing } from "./editor-context";
import { FactPicker, isFigure } from "./fact-picker";
import { NumberInput, SmallButton } from "./fields";
import { FigureInput } from "./figure-input";
import { OptionalFigure } from "./optional-figure";
import { Tiers, Brackets } from "./tier-lines";

type Props = { part: AmountPart; at: string; onChange: (part: AmountPart) => void };

/** The figures of one part of an amount, whatever its kind. */
export function PartEditor({ part, at, onChange }: Props) {
  return (
    <div id={`${at}/figures`} className="grid gap-3 sm:grid-cols-2">
      <Kind part={part} at={at} onChange={onChange} />
      {part.kind !== "fixed" && <Cap part={part} onChange={onChange} />}
    </div>
  );
}

function Cap({ part, onChange }: { part: Exclude<AmountPart, { kind: "fixed" }>; onChange: Props["onChange"] }) {
  const { t } = useWords("workbench");
  return (
    <>
      <NumberInput
        label={t("amount.cap")}
        hint={t("amount.capHint")}
        unit={t("yuan")}
        value={part.capYuan}
        onChange={(capYuan) => onChange({ ...part, capYuan })}
      />
      <CapBy value={part.capBy} onChange={(capBy) => onChange({ ...part, capBy })} />
    </>
  );
}

/** A figure of the firm that the sum can't exceed. */
export function CapBy({
  value,
  onChange,
}: {
  value: BaseFigure | undefined;
  onChange: (value: BaseFigure | undefined) => void;
}) {
  const { t } = useWords("workbench");
  return (
    <OptionalFigure
      label={t("amount.capBy")}
      add={t("amount.addCapBy")}
      remove={t("amount.removeCapBy")}
      value={value}
      onChange={onChange}
    />
  );
}

function Kind({ part, at, onChange }: Props) {
  const { t } = useWords("workbench");
  const yuan = t("yuan");
  switch (part.kind) {
    case "fixed":
      return (
        <NumberInput
          label={t("amount.yuan")}
          unit={yuan}
          value={part.yuan}
          onChange={(value) => onChange({ ...part, yuan: value ?? 0 })}
        />
      );
    case "percent":
    case "match":
      return (
        <>
          <FigureInput
            label={t(part.kind === "match" ? "amount.matchBase" : "amount.base")}
            value={part.base}
            onChange={(base) => onChange({ ...part, base })}
          />
          <NumberInput
            label={t("amount.percent")}
            unit="%"
            value={part.percent}
            onChange={(percent) => onChange({ ...part, percent: percent ?? 0 })}
          />
        </>
      );
    case "percentIncrement":
      return (
        <>
          <Fact label={t("amount.base")} value={part.base} onPick={(base) => onChange({ ...part, base })} />
          <Fact
            label={t("amount.previous")}
            value={part.previous}
            onPick={(previous) => onChange({ ...part, previous })}
          />
          <NumberInput
            label={t("amount.percent")}
            unit="%"
            value={part.percent}
            onChange={(percent) => onChange({ ...part, percent: percent ?? 0 })}
          />
        </>
      );
    case "perUnit":
      return (
        <>
          <FigureInput label={t("amount.unit")} value={part.unit} onChange={(unit) => onChange({ ...part, unit })} />
          <NumberInput
            label={t("amount.perUnit")}
            unit={yuan}
            value={part.yuanPerUnit}
            onChange={(value) => onChange({ ...part, yuanPerUnit: value ?? 0 })}
          />
        </>
      );
    case "perStep":
      return <Steps part={part} onChange={onChange} />;
    case "tiered":
      return <Tiers part={part} at={at} onChange={onChange} />;
    case "bracketPercent":
      return <Brackets part={part} at={at} onChange={onChange} />;
  }
}

function Fact({ label, value, onPick }: { label: string; value: string; onPick: (name: string) => void }) {
  return <FactPicker label={label} value={value} only={isFigure} onPick={(fact) => onPick(fact.name)} />;
}

function Steps({ part, onChange }: { part: Extract<AmountPart, { kind: "perStep" }>; onChange: Props["onChange"] }) {
  const { t } = useWords("workbench");
  const { factByName } = useEditing();
  const unit = typeof part.on === "string" ? (factByName.get(part.on)?.unit ?? null) : null;
  return (
    <>
      <FigureInput label={t("amount.on")} value={part.on} onChange={(on) => onChange({ ...part, on })} />
      <div>
        <Fact
          label={t("amount.previousOptional")}
          value={part.previous ?? ""}
          onPick={(previous) => onChange({ ...part, previous })}
        />
        {part.previous !== null && (
          <SmallButton onClick={() => onChange({ ...part, previous: null })}>{t("amount.noPrevious")}</SmallButton>
        )}
      </div>
      <NumberInput
        label={t("amount.over")}
        unit={unit}
        value={part.over}
        onChange={(over) => onChange({ ...part, over: over ?? 0 })}
      />
      <NumberInput
        label={t("amount.step")}
        unit={unit}
        value={part.step}
        onChange={(step) => onChange({ ...part, step: step ?? 0 })}
      />
      <NumberInput
        label={t("amount.perStep")}
        unit={t("yuan")}
        value={part.yuanPerStep}
        onChange={(value) => onChange({ ...part, yuanPerStep: value ?? 0 })}
      />
      <NumberInput
        label={t("amount.baseYuan")}
        unit={t("yuan")}
        value={part.baseYuan}
        onChange={(value) => onChange({ ...part, baseYuan: value ?? 0 })}
      />
    </>
  );
}
