import { useWords } from "~/i18n/use-words";
import { CheckField } from "~/ui/choice-fields";
import type { Kept } from "~/ui/kept-form";
import { clauseField } from "../domain/review-actions";

type Clause = { path: string; clause: string; own: string; named: boolean };

/** The conditions a refusal names; those the figures fail, and those named by who reviewed before, are ticked. */
export function FailedConditions({ clauses, kept }: { clauses: readonly Clause[]; kept: Kept }) {
  const { t } = useWords("redemption");
  const isTicked = ({ path, named }: Clause) =>
    Object.keys(kept).length > 0 ? kept[clauseField + path] === "1" : named;
  return (
    <details className="mb-4" open={clauses.some(isTicked)}>
      <summary className="inline-flex min-h-11 items-center font-semibold text-brand-700 underline">
        {t("case.failed")}
      </summary>
      <fieldset>
        <legend className="text-sm text-muted">{t("case.failedHint")}</legend>
        {clauses.map((clause) => (
          <CheckField
            key={clause.path}
            name={clauseField + clause.path}
            checked={isTicked(clause)}
            label={
              <>
                {clause.clause}
                <span className="block text-sm text-muted">{t("case.failedOwn", { own: clause.own })}</span>
              </>
            }
          />
        ))}
      </fieldset>
    </details>
  );
}
