import { Plus, Trash } from "~/ui/icons";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words";
import { cellProblem } from "~/features/policies/domain/fact-input";
import { fieldAsFact, listCells } from "~/features/policies/domain/list-fact";
import type { FactDefinition, ListField as Field } from "~/features/policies/domain/fact-definition";
import { unitInWords } from "~/features/policies/domain/unit-words";
import { useLanguage } from "~/i18n/use-language";
import { described, Field as Labelled } from "~/ui/form";

type Props = { name: string; label: string; hint?: string; value?: string; error?: string; fields: readonly Field[] };

/**
 * The entries of a list, one a row. The form carries them as lines of text, so that what is typed is kept, compared and told
 * apart like any answer; before the scripts arrive the lines themselves can be typed.
 */
export function ListField({ name, label, hint, value = "", error, fields }: Props) {
  const { t } = useWords("matching");
  const language = useLanguage();
  const text = useRef<HTMLTextAreaElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [rows, setRows] = useState<string[][] | null>(null);
  const [lastValue, setLastValue] = useState(value);
  const carried = useRef<HTMLInputElement>(null);
  const lines = rows && linesOf(rows);
  // the form keeps what is typed when it hears of it: the lines change after the cell did
  useEffect(() => {
    carried.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [lines]);
  useEffect(() => setRows(rowsOf(text.current?.value ?? "", fields)), [fields]);
  if (value !== lastValue) {
    setLastValue(value);
    if (rows && lines !== value) setRows(rowsOf(value, fields));
  }
  const order = fields.map((field) => field[language]).join("；");
  if (rows === null)
    return (
      <Labelled name={name} label={label} hint={`${hint ?? ""} ${t("list.lines", { order })}`} error={error}>
        <textarea
          ref={text}
          id={name}
          name={name}
          rows={4}
          className="field"
          defaultValue={value}
          {...described(name, hint, error)}
        />
      </Labelled>
    );
  const put = (row: number, place: number, cell: string) =>
    setRows(rows.map((own, at) => (at === row ? own.map((each, index) => (index === place ? cell : each)) : own)));
  const remove = (row: number) => {
    setRows(rows.filter((_, at) => at !== row));
    add.current?.focus();
  };
  return (
    <Labelled name={name} label={label} hint={hint} error={error} as="fieldset">
      <input ref={carried} type="hidden" name={name} value={lines ?? ""} />
      <ol className="space-y-3">
        {rows.map((row, index) => (
          <li key={index} className="rounded-md border border-line p-3">
            <Row
              idOf={(field, place) => (index === 0 && place === 0 ? name : `${name}-${index}-${field.name}`)}
              number={index + 1}
              fields={fields}
              row={row}
              isMarked={error !== undefined}
              onType={(place, cell) => put(index, place, cell)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="my-2 text-sm text-muted">
        {t("list.count", { count: rows.length })}
      </p>
      <button
        ref={add}
        type="button"
        className="button button-secondary"
        onClick={() => setRows([...rows, fields.map(() => "")])}
      >
        <Plus aria-hidden size={16} />
        {t("list.add")}
      </button>
    </Labelled>
  );
}

type RowProps = {
  idOf: (field: Field, place: number) => string;
  number: number;
  fields: readonly Field[];
  row: readonly string[];
  isMarked: boolean;
  onType: (place: number, cell: string) => void;
  onRemove: () => void;
};

function Row({ idOf, number, fields, row, isMarked, onType, onRemove }: RowProps) {
  const { t } = useWords("matching");
  return (
    <fieldset>
      <legend className="font-medium">{t("list.row", { index: number })}</legend>
      <div className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
        {fields.map((field, place) => (
          <Cell
            key={field.name}
            id={idOf(field, place)}
            field={field}
            typed={row[place] ?? ""}
            isMarked={isMarked}
            onType={(cell) => onType(place, cell)}
          />
        ))}
      </div>
      <button type="button" className="button button-quiet mt-2" onClick={onRemove}>
        <Trash aria-hidden size={16} />
        {t("list.remove", { index: number })}
      </button>
    </fieldset>
  );
}

type CellProps = { id: string; field: Field; typed: string; isMarked: boolean; onType: (cell: string) => void };

function Cell({ id, field, typed, isMarked, onType }: CellProps) {
  const { t } = useWords();
  const language = useLanguage();
  const problem = isMarked ? cellProblem(fieldAsFact(field, {} as FactDefinition), typed) : null;
  const choices =
    field.values?.map((member) => ({ value: member.value, label: member[language] })) ??
    (field.type === "boolean"
      ? ["true", "false"].map((each) => ({ value: each, label: t(each === "true" ? "yes" : "no") }))
      : null);
  const common = {
    id,
    className: "field",
    value: typed,
    "aria-invalid": problem !== null,
    "aria-describedby": problem === null ? undefined : `${id}-problem`,
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {field[language]}
        {field.unit !== null && `（${unitInWords(field.unit, language)}）`}
      </label>
      {choices ? (
        <select {...common} onChange={(event) => onType(event.currentTarget.value)}>
          <option value="" />
          {choices.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          inputMode={field.type === "string" || field.type === "date" ? undefined : "decimal"}
          onChange={(event) => onType(event.currentTarget.value.replaceAll(/[；;]/g, "，"))}
        />
      )}
      {problem !== null && (
        <p id={`${id}-problem`} className="text-sm text-bad">
          {t(problem)}
        </p>
      )}
    </div>
  );
}

/** The rows to show for typed lines: at least an empty one. */
function rowsOf(text: string, fields: readonly Field[]): string[][] {
  const rows = listCells(text).map((cells) => fields.map((_, place) => cells[place] ?? ""));
  return rows.length > 0 ? rows : [fields.map(() => "")];
}

/** Rows as the lines of the form; rows with nothing in them are none. */
function linesOf(rows: readonly string[][]): string {
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => row.join("；"))
    .join("\n");
}
