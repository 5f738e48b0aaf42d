import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { DateInput } from "./date-input";

/** Fields by name with the translation key of what is wrong. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What an action gives back when the input won't do: nothing typed is lost. */
export type FormAnswer = { errors: FieldErrors; values: Readonly<Record<string, string>> };

/** All problems on top, linked to their fields and focused; the words are the same as at the field. */
export function ErrorSummary({ errors, labels }: { errors: FieldErrors; labels: Readonly<Record<string, string>> }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const names = Object.keys(errors);
  useEffect(() => {
    if (names.length > 0) box.current?.focus();
  }, [names.length]);
  if (names.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary"
      className="mb-6 rounded-md border-2 border-bad bg-white p-4"
    >
      <h2 id="error-summary" className="text-bad">
        {t("errorSummary", { count: names.length })}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="font-medium text-bad underline">
              {labels[name] ?? name}
              {t("colon")}
              {t(errors[name] ?? "")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** translation key of what is wrong */
  error?: string;
  /** what is wrong, in words */
  refused?: string;
  optional?: boolean;
  children: ReactNode;
  as?: "div" | "fieldset";
};

/** Label, help and error around one control; the control takes `describedBy(name)`. */
export function Field({ name, label, hint, error, refused, optional, children, as = "div" }: FieldProps) {
  const { t } = useWords();
  const Box = as;
  const title = (
    <>
      {label}
      {optional && <span className="font-normal text-muted">{t("optional")}</span>}
    </>
  );
  return (
    <Box className="mb-5 max-w-xl">
      {as === "fieldset" ? (
        <legend className="mb-1 font-semibold">{title}</legend>
      ) : (
        <label htmlFor={name} className="mb-1 block font-semibold">
          {title}
        </label>
      )}
      {hint && (
        <p id={`${name}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {(error ?? refused) && (
        <p id={`${name}-error`} className="mb-1 font-medium text-bad">
          <span className="sr-only">{t("error")}</span>
          {error ? t(error) : refused}
        </p>
      )}
      {children}
    </Box>
  );
}

/** What ties a control to its help and its error. */
export function described(name: string, hint: unknown, error: unknown) {
  const ids = [hint ? `${name}-hint` : null, error ? `${name}-error` : null].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

export type Common = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  value?: string;
};
type TextProps = Common & {
  type?: "text" | "password" | "email" | "search";
  inputMode?: "numeric" | "decimal";
  autoComplete?: string;
  unit?: string;
  list?: string;
  onInput?: (value: string) => void;
};

export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  value,
  unit,
  onInput,
  type = "text",
  ...rest
}: TextProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <div className="flex items-center gap-2">
        <input
          id={name}
          name={name}
          type={type}
          defaultValue={value}
          className="field"
          onInput={(event) => onInput?.(event.currentTarget.value)}
          {...rest}
          {...described(name, hint, error)}
        />
        {unit && <span className="shrink-0 text-muted">{unit}</span>}
      </div>
    </Field>
  );
}

/** A day, typed as people write it or picked. */
export function DateField({ name, label, hint, error, optional, value }: Common) {
  const { t } = useWords();
  const help = hint ?? t("dayHint");
  return (
    <Field name={name} label={label} hint={help} error={error} optional={optional}>
      <DateInput id={name} name={name} defaultValue={value} {...described(name, help, error)} />
    </Field>
  );
}

export function TextAreaField({ name, label, hint, error, optional, value, rows = 4 }: Common & { rows?: number }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        className="field"
        {...described(name, hint, error)}
      />
    </Field>
  );
}

/** Sends the form; shows that it is on its way. */
export function SubmitButton({
  children,
  name,
  value,
  look = "primary",
}: {
  children: ReactNode;
  name?: string;
  value?: string;
  look?: "primary" | "secondary" | "danger" | "quiet";
}) {
  const { t } = useWords();
  const busy = useNavigation().state === "submitting";
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={busy || undefined}
      className={`button button-${look}`}
    >
      {busy ? t("sending") : children}
    </button>
  );
}
