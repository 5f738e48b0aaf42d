import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import type { ShownDelivery } from "../use-cases/read-deliveries.server";

/** What the person who looks at a delivery may do with it now. */
export function DeliverySteps({ shown }: { shown: ShownDelivery }) {
  const { t } = useWords("deliveries");
  const { may, state } = shown;
  if (may.sign) return <Signing shown={shown} />;
  if (may.askBack) return <AskingBack shown={shown} />;
  if (state === "backAsked") return <DecidingBack shown={shown} />;
  if (!may.withdraw) return null;
  return (
    <section className="card">
      <p className="mb-3 text-muted">{t("step.ownHint")}</p>
      <Form method="post">
        <SubmitButton name="intent" value="withdraw" look="quiet">
          {t("step.withdraw")}
        </SubmitButton>
      </Form>
    </section>
  );
}

function Signing({ shown: { id } }: { shown: ShownDelivery }) {
  const { t } = useWords("deliveries");
  return (
    <section className="card">
      <h2 className="mb-1">{t("step.signTitle")}</h2>
      <p className="mb-3 text-muted">{t("step.signHint")}</p>
      <KeptForm keep={`delivery:${id}`}>
        {(kept) => (
          <>
            <SubmitButton name="intent" value="sign">
              {t("step.sign")}
            </SubmitButton>
            <div className="mt-4">
              <TextField name="reason" label={t("step.returnReason")} value={kept["reason"]} optional />
              <SubmitButton name="intent" value="return" look="danger">
                {t("step.return")}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}

function AskingBack({ shown: { id } }: { shown: ShownDelivery }) {
  const { t } = useWords("deliveries");
  return (
    <section className="card">
      <h2 className="mb-1">{t("step.askBackTitle")}</h2>
      <p className="mb-3 text-muted">{t("step.askBackHint")}</p>
      <KeptForm keep={`delivery-back:${id}`}>
        {(kept) => (
          <>
            <TextField name="reason" label={t("step.askBackReason")} value={kept["reason"]} />
            <SubmitButton name="intent" value="askBack" look="danger">
              {t("step.askBack")}
            </SubmitButton>
          </>
        )}
      </KeptForm>
    </section>
  );
}

function DecidingBack({ shown: { may, isAsker } }: { shown: ShownDelivery }) {
  const { t } = useWords("deliveries");
  return (
    <section className="card">
      <h2 className="mb-3">{t("step.backTitle")}</h2>
      {isAsker && <p className="mb-3 text-muted">{t("step.backOwnHint")}</p>}
      <Form method="post" className="flex flex-wrap gap-3">
        {may.signBack && (
          <SubmitButton name="intent" value="signBack" look="danger">
            {t("step.signBack")}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="keep" look="quiet">
          {t("step.keep")}
        </SubmitButton>
      </Form>
    </section>
  );
}
