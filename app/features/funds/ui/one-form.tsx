import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { SubmitButton } from "~/ui/form";
import { KeptForm, type Kept } from "~/ui/kept-form";

/** One thing that may be done; `submit` says so on its button where it isn't a proposal. */
export type Step<S extends string> = { step: S; title: string; hint?: string; submit?: string };

type Props<S extends string> = {
  offered: readonly Step<S>[];
  /** names what the forms are about, with its version */
  keep: string;
  children: (step: S, kept: Kept) => ReactNode;
};

/** What may be done, a link each; the one that was chosen is shown alone, as a form. */
export function OneForm<S extends string>({ offered, keep, children }: Props<S>) {
  const { t } = useWords("funds");
  const asked = useSearchParams()[0].get("do");
  const chosen = offered.find(({ step }) => step === asked);
  if (!chosen)
    return (
      <p className="no-print mb-6 flex flex-wrap gap-3">
        {offered.map(({ step, title }) => (
          <Link key={step} to={`?do=${step}`} preventScrollReset className="button button-secondary">
            {title}
          </Link>
        ))}
      </p>
    );
  const { step, title, hint, submit = t("orders.propose") } = chosen;
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{title}</h2>
      {hint && <p className="mb-3 text-muted">{hint}</p>}
      <KeptForm keep={`${step}:${keep}`} encType="multipart/form-data">
        {(kept) => (
          <>
            <input type="hidden" name="intent" value={step} />
            {children(step, kept)}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{submit}</SubmitButton>
              <Link to="?" preventScrollReset className="button button-quiet">
                {t("orders.back")}
              </Link>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}
