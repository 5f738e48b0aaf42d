import { Form, useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { formatYuan, type Fen } from "~/kernel/money";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { RadioField } from "~/ui/choice-fields";
import { KeptForm, type Kept } from "~/ui/kept-form";
import { refusedFields } from "~/ui/refusal-alert";
import { AccountLine } from "./account-line";

type Track = {
  id: string;
  version: number;
  approvedFen: Fen | null;
  account: { holder: string; bankName: string; lastFour: string } | null;
  may: { confirm: boolean; askAgain: boolean; rate: boolean };
  rating: { stars: number; followUp: string | null } | null;
  reconsiderations: readonly { outcome: string | null; answer: string | null }[];
};

/** What a firm may do besides correcting and withdrawing: confirm its account, ask again, rate. */
export function FirmSteps({ track, idempotencyKey }: { track: Track; idempotencyKey: string }) {
  const { t } = useWords("applications");
  const [again] = track.reconsiderations;
  const errors = refusedFields(useActionData(), { "redemption.reason-missing": "grounds" });
  const hidden = (
    <>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="version" value={track.version} />
    </>
  );
  return (
    <>
      {track.may.confirm && <Benefit track={track} hidden={hidden} />}
      {again?.answer && (
        <Alert
          tone={again.outcome === "overturned" ? "good" : "info"}
          title={t(`event.${again.outcome === "overturned" ? "DECISION_OVERTURNED" : "DECISION_UPHELD"}`)}
        >
          <p>{again.answer}</p>
        </Alert>
      )}
      {track.may.askAgain && (
        <Kind title={t("again.title")} text={t("again.text")} keep={`again:${track.id}:${track.version}`}>
          {(kept) => (
            <>
              {hidden}
              <input type="hidden" name="intent" value="again" />
              <TextAreaField
                name="grounds"
                label={t("again.grounds")}
                value={kept["grounds"]}
                error={errors["grounds"]}
              />
              <SubmitButton look="secondary">{t("again.send")}</SubmitButton>
            </>
          )}
        </Kind>
      )}
      {track.may.rate && (
        <Kind title={t("rate.title")} text={t("rate.bad")} keep={`rate:${track.id}:${track.version}`}>
          {(kept) => (
            <>
              {hidden}
              <input type="hidden" name="intent" value="rate" />
              <RadioField
                name="stars"
                label={t("rate.stars")}
                value={kept["stars"] ?? "5"}
                options={[5, 4, 3, 2, 1].map((stars) => ({
                  value: String(stars),
                  label: t("rate.star", { count: stars }),
                }))}
              />
              <TextAreaField name="comment" label={t("rate.comment")} optional rows={2} value={kept["comment"]} />
              <SubmitButton>{t("rate.send")}</SubmitButton>
            </>
          )}
        </Kind>
      )}
      {track.rating && (
        <Alert tone="info">
          {t("rate.thanks", { count: track.rating.stars })}
          {track.rating.followUp && <p>{t("rate.followUp", { text: track.rating.followUp })}</p>}
        </Alert>
      )}
    </>
  );
}

function Kind({
  title,
  text,
  keep,
  children,
}: {
  title: string;
  text: string;
  keep: string;
  children: (kept: Kept) => ReactNode;
}) {
  return (
    <section className="card mb-6">
      <h2 className="mb-2">{title}</h2>
      <p className="mb-3 text-muted">{text}</p>
      <KeptForm keep={keep}>{children}</KeptForm>
    </section>
  );
}

/** One click where an account is known; else the account is asked beside it. */
function Benefit({ track, hidden }: { track: Track; hidden: ReactNode }) {
  const { t } = useWords("applications");
  return (
    <section className="card mb-6">
      <h2 className="mb-2">{t("benefit.title")}</h2>
      <p className="mb-3">{t("benefit.text", { sum: formatYuan(track.approvedFen ?? 0n) })}</p>
      <Form method="post" className="mb-4">
        {hidden}
        <input type="hidden" name="intent" value="confirm" />
        {track.account ? (
          <AccountLine account={track.account} className="mb-3 font-semibold" />
        ) : (
          <>
            <p className="mb-3">{t("benefit.noAccount")}</p>
            <TextField name="holder" label={t("account.holder")} />
            <TextField name="bankName" label={t("account.bankName")} />
            <TextField
              name="number"
              label={t("account.number")}
              hint={t("account.numberHint")}
              inputMode="numeric"
              autoComplete="off"
            />
          </>
        )}
        <SubmitButton>{t("benefit.confirm")}</SubmitButton>
      </Form>
      <details>
        <summary className="inline-flex min-h-11 items-center">{t("benefit.decline")}</summary>
        <p className="my-2">{t("benefit.declineHint")}</p>
        <Form method="post">
          {hidden}
          <input type="hidden" name="intent" value="decline" />
          <SubmitButton look="danger">{t("benefit.decline")}</SubmitButton>
        </Form>
      </details>
    </section>
  );
}
