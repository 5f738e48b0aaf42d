import { Plus, Trash } from "~/ui/icons";
import { useTranslation } from "react-i18next";
import type { BaseFigure } from "~/features/policies/domain/figure";
import type { AmountPart } from "~/features/policies/domain/policy-item";
import { useEditing } from "./editor-context";
import { FactPicker, isFigure } from "./fact-picker";
import { NumberInput, SmallButton } from "./fields";
import { FigureInput } from "./figure-input";
import { PlaceNotes } from "./place-notes";

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
  const { t } = useTranslation("workbench");
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
  const { t } = useTranslation("workbench");
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

type OptionalProps = {
  label: string;
  add: string;
  remove: string;
  value: BaseFigure | undefined;
  onChange: (value: BaseFigure | undefined) => void;
};

function OptionalFigure({ label, add, remove, value, onChange }: OptionalProps) {
  if (value === undefined)
    return (
      <div className="self-end">
        <SmallButton onClick={() => onChange("taxPaid")}>
          <Plus aria-hidden size={16} />
          {add}
        </SmallButton>
      </div>
    );
  return (
    <div className="space-y-2 sm:col-span-2">
      <FigureInput label={label} value={value} onChange={onChange} />
      <SmallButton onClick={() => onChange(undefined)}>
        <Trash aria-hidden size={16} />
        {remove}
      </SmallButton>
    </div>
  );
}

function Kind({ part, at, onChange }: Props) {
  const { t } = useTranslation("workbench");
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
  const { t } = useTranslation("workbench");
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

type Line = { from: number; second: number };

function Tiers({
  part,
  at,
  onChange,
}: {
  part: Extract<AmountPart, { kind: "tiered" }>;
  at: string;
  onChange: Props["onChange"];
}) {
  const { t } = useTranslation("workbench");
  const lines = part.tiers.map(({ from, yuan }) => ({ from, second: yuan }));
  return (
    <>
      <FigureInput label={t("amount.on")} value={part.on} onChange={(on) => onChange({ ...part, on })} />
      <Lines
        fact={part.on}
        lines={lines}
        at={`${at}/tiers`}
        unit={t("yuan")}
        label="tier"
        onChange={(next) => onChange({ ...part, tiers: next.map(({ from, second }) => ({ from, yuan: second })) })}
      />
    </>
  );
}

function Brackets({
  part,
  at,
  onChange,
}: {
  part: Extract<AmountPart, { kind: "bracketPercent" }>;
  at: string;
  onChange: Props["onChange"];
}) {
  const { t } = useTranslation("workbench");
  const lines = part.brackets.map(({ from, percent }) => ({ from, second: percent }));
  return (
    <>
      <FigureInput label={t("amount.base")} value={part.base} onChange={(base) => onChange({ ...part, base })} />
      <OptionalFigure
        label={t("amount.counted")}
        add={t("amount.addCounted")}
        remove={t("amount.removeCounted")}
        value={part.counted}
        onChange={(counted) => onChange({ ...part, counted })}
      />
      <Lines
        fact={part.base}
        lines={lines}
        at={`${at}/brackets`}
        unit="%"
        label="bracket"
        onChange={(next) =>
          onChange({ ...part, brackets: next.map(({ from, second }) => ({ from, percent: second })) })
        }
      />
    </>
  );
}

type LinesProps = {
  fact: BaseFigure;
  lines: readonly Line[];
  at: string;
  unit: string;
  label: "tier" | "bracket";
  onChange: (lines: Line[]) => void;
};

/** Tiers or brackets, one a row. */
function Lines({ fact, lines, at, unit, label, onChange }: LinesProps) {
  const { t } = useTranslation("workbench");
  const { factByName } = useEditing();
  const put = (index: number, parts: Partial<Line>) =>
    onChange(lines.map((line, place) => (place === index ? { ...line, ...parts } : line)));
  const last = lines.at(-1) ?? { from: 0, second: 0 };
  return (
    <div className="space-y-2 sm:col-span-2">
      {lines.map((line, index) => (
        <div key={index} id={`${at}/${index}`} tabIndex={-1}>
          <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
            <NumberInput
              label={t(`amount.${label}From`, { place: index + 1 })}
              unit={typeof fact === "string" ? factByName.get(fact)?.unit : null}
              value={line.from}
              onChange={(from) => put(index, { from: from ?? 0 })}
            />
            <NumberInput
              label={t(`amount.${label}Second`, { place: index + 1 })}
              unit={unit}
              value={line.second}
              onChange={(second) => put(index, { second: second ?? 0 })}
            />
            <SmallButton
              label={t("amount.removeLine", { place: index + 1 })}
              disabled={lines.length < 2}
              onClick={() => onChange(lines.filter((_, place) => place !== index))}
            >
              <Trash aria-hidden size={16} />
            </SmallButton>
          </div>
          <PlaceNotes place={`${at}/${index}`} />
        </div>
      ))}
      <SmallButton onClick={() => onChange([...lines, { from: last.from + 1, second: last.second }])}>
        <Plus aria-hidden size={16} />
        {t("amount.addLine")}
      </SmallButton>
    </div>
  );
}
