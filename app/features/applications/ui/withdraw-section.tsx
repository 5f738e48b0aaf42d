import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";

/** Takes the application back: it can't be undone, so it is confirmed. `hidden` are the fields every form of the page carries. */
export function WithdrawSection({ hidden, error }: { hidden: ReactNode; error: string | undefined }) {
  const { t } = useWords("applications");
  return (
    <details className="card" open={error !== undefined}>
      <summary className="inline-flex min-h-11 items-center font-semibold">{t("track.withdraw")}</summary>
      <p className="my-2">{t("track.withdrawConfirm")}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="withdraw" />
        {hidden}
        <CheckField name="confirmed" label={t("track.withdrawTick")} error={error} />
        <SubmitButton look="danger">{t("track.withdraw")}</SubmitButton>
      </Form>
    </details>
  );
}

/** A withdrawn application and, for who may write, the way to begin again with what it held. */
export function ApplyAgain({ id, itemId, mayWrite }: { id: string; itemId: string; mayWrite: boolean }) {
  const { t } = useWords("applications");
  return (
    <Alert tone="info" title={t("track.withdrawn")}>
      {mayWrite && (
        <Form method="post" action={`/firm/apply/${itemId}`}>
          <p className="mb-2">{t("track.againText")}</p>
          <input type="hidden" name="from" value={id} />
          <SubmitButton name="intent" value="copy" look="secondary">
            {t("track.again")}
          </SubmitButton>
        </Form>
      )}
    </Alert>
  );
}
