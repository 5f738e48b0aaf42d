import { useId } from "react";
import { useWords } from "~/i18n/use-words";

type Common = { name: string; label: string; quiet?: boolean };

/** A choice in a form that stands on a page several times: the label holds the control, so no id is shared. */
export function RowSelect({
  name,
  label,
  quiet,
  value,
  options,
}: Common & { value: string; options: readonly { value: string; label: string }[] }) {
  return (
    <label className="mb-3 block">
      <span className={quiet ? "sr-only" : "mb-1 block font-semibold"}>{label}</span>
      <select name={name} defaultValue={value} className="field">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Words in such a form, with the problem beside them. */
export function RowText({ name, label, quiet, error, value }: Common & { error?: string; value?: string }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="mb-3">
      <label className="block">
        <span className={quiet ? "sr-only" : "mb-1 block font-semibold"}>{label}</span>
        <input
          name={name}
          defaultValue={value}
          className="field"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
        />
      </label>
      {error && (
        <p id={id} role="alert" className="mt-1 font-medium text-bad">
          {t(error, { ns: "common" })}
        </p>
      )}
    </div>
  );
}
