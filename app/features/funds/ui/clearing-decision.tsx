import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import type { ShownLine } from "../use-cases/read-lines.server";

type Clearing = ShownLine["clearings"][number];

/** What another officer does with what was said of a line, or its maker. */
export function ClearingDecision({ clearing }: { clearing: Clearing }) {
  const { t } = useTranslation("funds");
  if (clearing.isOwn)
    return (
      <section className="card mb-6">
        <p className="mb-3 text-muted">{t("bank.clearing.ownHint")}</p>
        <Form method="post">
          <input type="hidden" name="clearing" value={clearing.id} />
          <SubmitButton name="intent" value="withdrawn" look="quiet">
            {t("bank.clearing.withdraw")}
          </SubmitButton>
        </Form>
      </section>
    );
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{t("bank.clearing.decide")}</h2>
      <p className="mb-3 text-muted">{t(`bank.clearing.effects.${clearing.meaning}`)}</p>
      <KeptForm keep={`clearing:${clearing.id}`}>
        {(kept) => (
          <>
            <input type="hidden" name="clearing" value={clearing.id} />
            <SubmitButton name="intent" value="released">
              {t("bank.clearing.confirm")}
            </SubmitButton>
            <div className="mt-4">
              <TextField name="reason" label={t("bank.clearing.refusal")} value={kept["reason"]} optional />
              <SubmitButton name="intent" value="refused" look="danger">
                {t("bank.clearing.refuse")}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}
