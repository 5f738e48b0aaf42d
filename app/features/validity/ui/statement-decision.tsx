import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import type { ShownStatement } from "../use-cases/read-document.server";

/** What a second person does with what was said of a document, or its maker. */
export function StatementDecision({ statement }: { statement: ShownStatement }) {
  const { t } = useTranslation("validity");
  if (statement.isOwn)
    return (
      <section className="card mb-6">
        <p className="mb-3 text-muted">{t("decide.ownHint")}</p>
        <Form method="post">
          <input type="hidden" name="statement" value={statement.id} />
          <SubmitButton name="intent" value="withdrawn" look="quiet">
            {t("decide.withdraw")}
          </SubmitButton>
        </Form>
      </section>
    );
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{t("decide.title")}</h2>
      <p className="mb-3 text-muted">{t("decide.hint")}</p>
      <KeptForm keep={`validity:${statement.id}`}>
        {(kept) => (
          <>
            <input type="hidden" name="statement" value={statement.id} />
            <SubmitButton name="intent" value="released">
              {t("decide.sign")}
            </SubmitButton>
            <div className="mt-4">
              <TextField name="reason" label={t("decide.refusal")} value={kept["reason"]} optional />
              <SubmitButton name="intent" value="refused" look="danger">
                {t("decide.refuse")}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}
