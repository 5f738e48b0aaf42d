import { X } from "~/ui/icons";
import { useId, useState } from "react";
import { useWords } from "~/i18n/use-words";
import { searchIndustries } from "~/features/enterprises/domain/industries";
import type { Leaf, RelativeYear } from "~/features/policies/domain/condition-schema";
import { isRelativeYear } from "~/features/policies/domain/relative-year";
import { useIndustries } from "~/features/enterprises/ui/use-industries";
import { useEditing, type FactChoice } from "./editor-context";
import { CheckInput, DayInput, NumberInput, SelectInput, TextInput } from "./fields";
import { YearKind } from "./year-kind";

type Scalar = string | number | boolean;
type Props = { fact: FactChoice; leaf: Leaf; onChange: (value: Leaf["value"]) => void };

/** The value of a comparison, typed as its fact is: figure with unit and slider, members, yes or no, day, codes, text. */
export function ValueEditor({ fact, leaf, onChange }: Props) {
  const { t } = useWords("workbench");
  const label = t("value");
  if (leaf.operator === "withinYears")
    return <NumberInput label={t("years")} value={leaf.value} onChange={(value) => onChange(value ?? 0)} />;
  if (leaf.operator === "startsWithAny") return <CodesEditor fact={fact} value={leaf.value} onChange={onChange} />;
  if (leaf.operator === "in" || leaf.operator === "notIn")
    return <MembersEditor fact={fact} value={leaf.value} onChange={onChange} />;
  if (typeof leaf.value === "boolean")
    return (
      <SelectInput
        label={label}
        value={String(leaf.value)}
        onChange={(value) => onChange(value === "true")}
        options={[
          { value: "true", label: t("common:yes") },
          { value: "false", label: t("common:no") },
        ]}
      />
    );
  if (fact.type === "enum")
    return <SelectInput label={label} value={String(leaf.value)} onChange={onChange} options={fact.values ?? []} />;
  if (typeof leaf.value === "number" || isRelativeYear(leaf.value))
    return <FigureEditor fact={fact} value={leaf.value} onChange={onChange} />;
  if (fact.type === "date") return <DayInput label={label} value={String(leaf.value)} onChange={onChange} />;
  return <TextInput label={label} value={String(leaf.value)} onChange={onChange} />;
}

type FigureProps = { fact: FactChoice; value: number | RelativeYear; onChange: (value: number | RelativeYear) => void };

/** A figure; a year is first said to be counted from the claim or written out. */
function FigureEditor({ fact, value, onChange }: FigureProps) {
  return (
    <>
      {fact.type === "year" && <YearKind value={value} onChange={onChange} />}
      {typeof value === "number" && <Threshold fact={fact} value={value} onChange={onChange} />}
    </>
  );
}

/** A figure to type or to drag; the slider reaches from the least the fact can be to twice the figure it began with. */
function Threshold({ fact, value, onChange }: { fact: FactChoice; value: number; onChange: (value: number) => void }) {
  const { t } = useWords("workbench");
  const [start] = useState(Math.abs(value));
  const least = fact.min ?? 0;
  const most = Math.min(
    fact.max ?? Number.POSITIVE_INFINITY,
    Math.max(start * 2, value, fact.type === "year" ? value + 10 : 10),
  );
  const step = fact.type === "integer" || fact.type === "year" ? 1 : niceStep(most - least);
  return (
    <div>
      <NumberInput
        label={t("value")}
        value={value}
        unit={fact.unit}
        onChange={(typed) => typed !== null && onChange(typed)}
      />
      <input
        type="range"
        aria-label={t("drag", { fact: fact.label })}
        className="mt-2 h-11 w-full accent-brand-600"
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

/** A hundredth of the way, rounded down to 1, 2 or 5 of its power of ten. */
function niceStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(span, 1e-6) / 100));
  const times = span / 100 / power;
  return Number((power * (times >= 5 ? 5 : times >= 2 ? 2 : 1)).toPrecision(1));
}

function MembersEditor({
  fact,
  value,
  onChange,
}: {
  fact: FactChoice;
  value: readonly Scalar[];
  onChange: (value: Scalar[]) => void;
}) {
  const { t } = useWords("workbench");
  if (!fact.values) return <ListEditor value={value} numeric={typeof value[0] === "number"} onChange={onChange} />;
  const toggle = (member: string, on: boolean) => {
    const next =
      fact.values?.map((each) => each.value).filter((each) => (each === member ? on : value.includes(each))) ?? [];
    onChange(next);
  };
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("members")}</legend>
      <div className="flex flex-wrap gap-x-4">
        {fact.values.map((member) => (
          <CheckInput
            key={member.value}
            label={member.label}
            checked={value.includes(member.value)}
            onChange={(on) => toggle(member.value, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ListEditor({
  value,
  numeric,
  onChange,
}: {
  value: readonly Scalar[];
  numeric: boolean;
  onChange: (value: Scalar[]) => void;
}) {
  const { t } = useWords("workbench");
  const [text, setText] = useState(value.join("、"));
  const change = (typed: string) => {
    setText(typed);
    const parts = typed
      .split(/[、,，;；]/)
      .map((part) => part.trim())
      .filter(Boolean);
    onChange(numeric ? parts.map(Number).filter(Number.isFinite) : parts);
  };
  return <TextInput label={t("list")} hint={t("listHint")} value={text} onChange={change} />;
}

type Found = { code: string; label: string }[];

/** Industries offered for what has been typed. */
const mostFound = 30;

/** Codes that a place or an industry begins with; an industry is looked up by name. */
function CodesEditor({
  fact,
  value,
  onChange,
}: {
  fact: FactChoice;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const { t } = useWords("workbench");
  const { choices } = useEditing();
  const id = useId();
  const { industries, load } = useIndustries();
  const [typed, setTyped] = useState("");
  const places = choices.places
    .map((place) => ({ code: place.value.replace(/(00){1,2}$/, ""), label: place.label.trim() }))
    .filter(({ code }) => code !== "");
  const trades = fact.name === "industry" && typed.trim() ? searchIndustries(industries, typed, mostFound) : [];
  const found: Found = fact.name === "region" ? places : trades.map(({ code, name }) => ({ code, label: name }));
  const labelOf = (code: string) =>
    fact.name === "industry" ? industries.get(code)?.name : places.find((each) => each.code === code)?.label;
  const type = (text: string, { inputType }: { inputType?: string }) => {
    setTyped(text);
    if (fact.name === "industry") load();
    // What is chosen from the list arrives whole; a code being typed may be the beginning of a longer one.
    if (inputType !== "insertText" && found.some(({ code }) => code === text.trim())) add(text);
  };
  const add = (code: string) => {
    const plain = code.trim();
    setTyped("");
    if (plain && !value.includes(plain)) onChange([...value, plain]);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {t(`codes.${fact.name === "region" || fact.name === "industry" ? fact.name : "other"}`)}
      </label>
      <ul className="mb-1 flex flex-wrap gap-1">
        {value.map((code) => (
          <li key={code} className="inline-flex items-center rounded bg-brand-100 pl-2 text-sm">
            {labelOf(code) ? `${code} ${labelOf(code)}` : code}
            <button
              type="button"
              className="inline-flex min-h-11 min-w-11 items-center justify-center"
              aria-label={t("removeCode", { code })}
              onClick={() => onChange(value.filter((each) => each !== code))}
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <input
          id={id}
          className="field"
          value={typed}
          list={`${id}-list`}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value, event.nativeEvent as InputEvent)}
          onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), add(typed))}
        />
        <button type="button" className="button button-secondary shrink-0 whitespace-nowrap" onClick={() => add(typed)}>
          {t("add")}
        </button>
      </div>
      <datalist id={`${id}-list`}>
        {found.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </datalist>
    </div>
  );
}
