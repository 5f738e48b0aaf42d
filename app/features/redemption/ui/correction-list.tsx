import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import { TextAreaField } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import type { Kept } from "~/ui/kept-form";
import { correctionRows } from "../domain/correction-points";

/** Builds the one-time notice: each row names what it concerns and what is wanted. */
export function CorrectionList({ subjects, kept }: { subjects: readonly string[]; kept: Kept }) {
  const { t } = useWords("redemption");
  const [rows, setRows] = useState(() => (correctionRows(kept).length > 0 ? correctionRows(kept) : [0]));
  const options = [...subjects, t("case.account")].map((value) => ({ value, label: value }));
  return (
    <fieldset className="mb-4">
      <legend className="font-semibold">{t("case.points")}</legend>
      <p className="mb-3 text-sm text-muted">{t("case.pointsHint")}</p>
      {rows.map((row, index) => (
        <div key={row} className="mb-3 border-l-2 border-brand-200 pl-3">
          <SelectField
            name={`about-${row}`}
            label={t("case.pointAbout", { number: index + 1 })}
            options={options}
            empty={t("case.pointOther")}
            value={kept[`about-${row}`]}
          />
          <TextAreaField
            name={`text-${row}`}
            label={t("case.pointText", { number: index + 1 })}
            rows={2}
            value={kept[`text-${row}`]}
          />
          {rows.length > 1 && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => setRows(rows.filter((each) => each !== row))}
            >
              {t("case.pointRemove", { number: index + 1 })}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="button button-secondary"
        onClick={() => setRows([...rows, Math.max(...rows) + 1])}
      >
        {t("case.pointAdd")}
      </button>
    </fieldset>
  );
}
