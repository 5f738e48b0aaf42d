import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

/** Filters of a list as a GET form: works without scripts, and the address can be kept. */
export function FilterBar({ children, active }: { children: ReactNode; active: boolean }) {
  const { t } = useWords();
  return (
    <Form
      method="get"
      className="card no-print mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-4"
      aria-label={t("filters")}
    >
      {children}
      <div className="flex gap-2">
        <button className="button button-primary">{t("apply")}</button>
        {active && (
          <Link to="?" className="button button-quiet">
            {t("clear")}
          </Link>
        )}
      </div>
    </Form>
  );
}

/** One choice of a filter. */
export function FilterSelect({
  name,
  label,
  value,
  options,
  all,
}: {
  name: string;
  label: string;
  value?: string;
  options: readonly { value: string; label: string }[];
  all: string;
}) {
  return (
    <label className="block min-w-0 text-sm">
      <span className="mb-1 block font-medium">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="field">
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Free words of a filter; the hint says what they are compared with. */
export function FilterSearch({
  name,
  label,
  value,
  hint,
}: {
  name: string;
  label: string;
  value?: string;
  hint?: string;
}) {
  return (
    <label className="col-span-2 block text-sm lg:col-span-1">
      <span className="mb-1 block font-medium">{label}</span>
      {hint && <span className="mb-1 block text-muted">{hint}</span>}
      <input type="search" name={name} defaultValue={value} className="field" />
    </label>
  );
}
