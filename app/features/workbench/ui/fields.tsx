import { readDate } from "~/kernel/reading/read-date";
import { DateInput } from "~/ui/date-input";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

type Common = { label: string; hint?: ReactNode; id?: string };

/** A control of the editor with its label; the editor keeps what is typed, so the control is told its value. */
function Labelled({ label, hint, id, children }: Common & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children}
      {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
    </div>
  );
}

export function TextInput({
  label,
  hint,
  id,
  value,
  onChange,
  list,
}: Common & { value: string; onChange: (value: string) => void; list?: string }) {
  const own = useId();
  return (
    <Labelled label={label} hint={hint} id={id ?? own}>
      <input
        id={id ?? own}
        type="text"
        className="field"
        value={value}
        list={list}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A day as people write it: the editor is told of it once it can be read, or is empty; until then what is wrong stands below it. */
export function DayInput({
  label,
  hint,
  value,
  onChange,
}: Common & { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const own = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed ? readDate(typed) : null;
  const problem = read && !read.ok ? t(read.problem) : null;
  const hear = (text: string) => {
    setTyped(text);
    const heard = readDate(text);
    if (heard.ok || text === "") onChange(heard.ok ? heard.value : "");
  };
  return (
    <Labelled label={label} hint={problem ? <span className="text-bad">{problem}</span> : hint} id={own}>
      <DateInput
        id={own}
        value={typed ?? value}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => hear(event.currentTarget.value)}
        onBlur={() => setTyped((text) => (text && !readDate(text).ok ? text : null))}
      />
    </Labelled>
  );
}

export function LongInput({
  label,
  hint,
  id,
  value,
  onChange,
  rows = 3,
}: Common & { value: string; onChange: (value: string) => void; rows?: number }) {
  const own = useId();
  return (
    <Labelled label={label} hint={hint} id={id ?? own}>
      <textarea
        id={id ?? own}
        className="field"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A list with one entry a line; typing blank lines doesn't disturb. */
export function LinesInput({
  label,
  hint,
  value,
  onChange,
  rows = 4,
}: Common & { value: readonly string[]; onChange: (value: string[]) => void; rows?: number }) {
  const [text, setText] = useState(value.join("\n"));
  const change = (typed: string) => {
    setText(typed);
    onChange(
      typed
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    );
  };
  return <LongInput label={label} hint={hint} rows={rows} value={text} onChange={change} />;
}

type NumberProps = Common & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string | null;
  step?: number;
};

/** A number; what can't be read as one is kept as typed and not passed on. Empty is null. */
export function NumberInput({ label, hint, id, value, onChange, unit }: NumberProps) {
  const own = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    const plain = text.replaceAll(/[,，\s]/g, "");
    const number = Number(plain);
    const reads = plain === "" ? null : Number.isFinite(number) ? number : undefined;
    setTyped(text);
    if (reads !== undefined) onChange(reads);
  };
  return (
    <Labelled label={label} hint={hint} id={id ?? own}>
      <div className="flex items-center gap-2">
        <input
          id={id ?? own}
          inputMode="decimal"
          className="field"
          value={typed ?? (value === null ? "" : String(value))}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        {unit && <span className="shrink-0 text-muted">{unit}</span>}
      </div>
    </Labelled>
  );
}

export type Choice = { value: string; label: string };

export function SelectInput({
  label,
  hint,
  id,
  value,
  onChange,
  options,
  empty,
}: Common & { value: string; onChange: (value: string) => void; options: readonly Choice[]; empty?: string }) {
  const own = useId();
  return (
    <Labelled label={label} hint={hint} id={id ?? own}>
      <select id={id ?? own} className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function CheckInput({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-brand-600"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** A small button of the editor: add, remove, move. */
export function SmallButton({
  children,
  label,
  onClick,
  disabled,
}: {
  children: ReactNode;
  label?: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded border border-line bg-white px-2 text-sm text-brand-700 hover:bg-brand-50 disabled:opacity-50"
    >
      {children}
    </button>
  );
}
