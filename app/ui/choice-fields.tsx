import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { Field, described, type Common } from "./form";

export type Option = { value: string; label: string };

export function SelectField({
  name,
  label,
  hint,
  error,
  optional,
  value,
  options,
  empty,
}: Common & { options: readonly Option[]; empty?: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <select id={name} name={name} defaultValue={value ?? ""} className="field" {...described(name, hint, error)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function RadioField({
  name,
  label,
  hint,
  error,
  optional,
  value,
  options,
}: Common & { options: readonly Option[] }) {
  return (
    <Field as="fieldset" name={name} label={label} hint={hint} error={error} optional={optional}>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option, index) => (
          <label key={option.value} className="inline-flex min-h-11 items-center gap-2">
            <input
              id={index === 0 ? name : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              className="size-5 accent-brand-600"
              {...described(name, hint, error)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </Field>
  );
}

export function CheckField({
  name,
  label,
  error,
  checked,
}: {
  name: string;
  label: ReactNode;
  error?: string;
  checked?: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="mb-5">
      {error && (
        <p id={`${name}-error`} className="mb-1 font-medium text-bad">
          {t(error)}
        </p>
      )}
      <label className="inline-flex min-h-11 items-start gap-3">
        <input
          id={name}
          type="checkbox"
          name={name}
          value="1"
          defaultChecked={checked}
          className="mt-1 size-5 shrink-0 accent-brand-600"
          {...described(name, null, error)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
