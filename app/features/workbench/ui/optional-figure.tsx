import type { BaseFigure } from "~/features/policies/domain/figure";
import { Plus, Trash } from "~/ui/icons";
import { SmallButton } from "./fields";
import { FigureInput } from "./figure-input";

type Props = {
  label: string;
  add: string;
  remove: string;
  value: BaseFigure | undefined;
  onChange: (value: BaseFigure | undefined) => void;
};

/** A figure that may be left out: added and removed by a button. */
export function OptionalFigure({ label, add, remove, value, onChange }: Props) {
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
