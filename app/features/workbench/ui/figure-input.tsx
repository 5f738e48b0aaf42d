import { useId } from "react";
import { useWords } from "~/i18n/use-words";
import {
  factsOfFigure,
  operationOf,
  operators,
  partsOfOperation,
  type BaseFigure,
  type Figure,
  type FigureOperator,
} from "~/features/policies/domain/figure";
import { FactPicker, isFigure } from "./fact-picker";
import { NumberInput, SelectInput } from "./fields";

/** Operations inside one another that the form shows; the text editor takes any. */
const deepest = 3;

type Shape = "fact" | "number" | FigureOperator;

/** A figure a sum is worked out from: a fact, or two figures with an operation between them. */
export function FigureInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: BaseFigure;
  onChange: (value: BaseFigure) => void;
}) {
  return (
    <Level
      label={label}
      value={value}
      shapes={["fact", ...operators]}
      onChange={(next) => onChange(next as BaseFigure)}
    />
  );
}

type LevelProps = {
  label: string;
  value: Figure;
  shapes: readonly Shape[];
  onChange: (value: Figure) => void;
  depth?: number;
};

function Level({ label, value, shapes, onChange, depth = 0 }: LevelProps) {
  const { t } = useWords("workbench");
  const id = useId();
  const shape = shapeOf(value);
  return (
    <div
      role="group"
      aria-labelledby={id}
      className={typeof value === "object" ? "space-y-2 rounded-md border border-line p-3 sm:col-span-2" : "space-y-2"}
    >
      <span id={id} className="sr-only">
        {label}
      </span>
      <One label={label} value={value} onChange={onChange} depth={depth} />
      <SelectInput
        label={t("figure.shape", { of: label })}
        value={shape}
        options={shapes.map((each) => ({ value: each, label: t(`figure.${each}`) }))}
        onChange={(next) => onChange(withShape(next as Shape, value))}
      />
    </div>
  );
}

function One({ label, value, onChange, depth }: Required<Pick<LevelProps, "label" | "value" | "onChange" | "depth">>) {
  const { t } = useWords("workbench");
  if (typeof value === "string")
    return <FactPicker label={label} value={value} only={isFigure} onPick={(fact) => onChange(fact.name)} />;
  if (typeof value === "number")
    return <NumberInput label={label} value={value} onChange={(next) => onChange(next ?? 0)} />;
  const { operator, pair } = partsOfOperation(value);
  const shapes: readonly Shape[] = depth + 1 < deepest ? ["fact", "number", ...operators] : ["fact", "number"];
  const put = (place: 0 | 1, next: Figure) =>
    onChange(operationOf(operator, place === 0 ? [next, pair[1]] : [pair[0], next]));
  const names = [t(`figure.${operator}Left`, { of: label }), t(`figure.${operator}Right`, { of: label })] as const;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Level label={names[0]} value={pair[0]} shapes={shapes} depth={depth + 1} onChange={(next) => put(0, next)} />
      <Level label={names[1]} value={pair[1]} shapes={shapes} depth={depth + 1} onChange={(next) => put(1, next)} />
    </div>
  );
}

function shapeOf(value: Figure): Shape {
  if (typeof value === "string") return "fact";
  return typeof value === "number" ? "number" : partsOfOperation(value).operator;
}

/** The figure in another shape: what it was made of is kept where there is room for it. */
function withShape(shape: Shape, before: Figure): Figure {
  if (shape === "number") return typeof before === "number" ? before : 1;
  if (shape === "fact") return factsOfFigure(before)[0] ?? "annualRevenue";
  if (typeof before === "object") return operationOf(shape, partsOfOperation(before).pair);
  return operationOf(shape, [before, shape === "times" ? 1 : 0]);
}
