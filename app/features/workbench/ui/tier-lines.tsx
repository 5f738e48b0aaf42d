import { useWords } from "~/i18n/use-words";
import type { AmountPart } from "~/features/policies/domain/amount-schema";
import type { BaseFigure } from "~/features/policies/domain/figure";
import { Trash, Plus } from "~/ui/icons";
import { useEditing } from "./editor-context";
import { NumberInput, SmallButton } from "./fields";
import { FigureInput } from "./figure-input";
import { OptionalFigure } from "./optional-figure";
import { PlaceNotes } from "./place-notes";

type Line = { from: number; second: number };

export function Tiers({
  part,
  at,
  onChange,
}: {
  part: Extract<AmountPart, { kind: "tiered" }>;
  at: string;
  onChange: (part: AmountPart) => void;
}) {
  const { t } = useWords("workbench");
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

export function Brackets({
  part,
  at,
  onChange,
}: {
  part: Extract<AmountPart, { kind: "bracketPercent" }>;
  at: string;
  onChange: (part: AmountPart) => void;
}) {
  const { t } = useWords("workbench");
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
  const { t } = useWords("workbench");
  const { factByName } = useEditing();
  const put = (index: number, parts: Partial<Line>) =>
    onChange(lines.map((line, place) => (place === index ? { ...line, ...parts } : line)));
  const last = lines.at(-1) ?? { from: 0, second: 0 };
  return (
    <div className="space-y-2 sm:col-span-2">
      {lines.map((line, index) => (
        <div key={index} id={`${at}/${index}`} tabIndex={-1}>
          <div className="grid grid-cols-[1fr_auto] items-end gap-2 sm:grid-cols-[3fr_2fr_auto]">
            <div className="col-span-2 sm:col-span-1">
              <NumberInput
                label={t(`amount.${label}From`, { place: index + 1 })}
                unit={typeof fact === "string" ? factByName.get(fact)?.unit : null}
                value={line.from}
                onChange={(from) => put(index, { from: from ?? 0 })}
              />
            </div>
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
