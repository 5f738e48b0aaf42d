import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import type { RelativeYear } from "~/features/policies/domain/condition-schema";
import { isRelativeYear } from "~/features/policies/domain/relative-year";
import { SelectInput } from "./fields";

const usual = [0, -1, -2, -3, -4, -5];

/** Whether a year is counted from that of the claim, or written out: then the text must say so. */
export function YearKind({
  value,
  onChange,
}: {
  value: number | RelativeYear;
  onChange: (value: number | RelativeYear) => void;
}) {
  const { t } = useWords("workbench");
  const [written, setWritten] = useState(typeof value === "number" ? value : new Date().getFullYear());
  const years = isRelativeYear(value) && !usual.includes(value.year) ? [...usual, value.year] : usual;
  const pick = (picked: string) => {
    if (typeof value === "number") setWritten(value);
    onChange(picked === "written" ? written : { year: Number(picked) });
  };
  return (
    <SelectInput
      label={t("yearKind.label")}
      value={isRelativeYear(value) ? String(value.year) : "written"}
      onChange={pick}
      options={[
        ...years.map((year) => ({ value: String(year), label: wordsOf(year) })),
        { value: "written", label: t("yearKind.written") },
      ]}
    />
  );

  function wordsOf(year: number): string {
    if (year === 0) return t("yearKind.this");
    if (year === -1) return t("yearKind.last");
    return t(year < 0 ? "yearKind.before" : "yearKind.after", { years: Math.abs(year) });
  }
}
