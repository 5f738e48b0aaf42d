import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { Fen } from "~/kernel/money";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { RadioField } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";

type Shown = {
  id: string;
  version: number;
  mayRecover: boolean;
  conflict: string | null;
  scores: readonly { score: number; comment: string }[];
  objections: readonly {
    id: string;
    source: string;
    text: string;
    raisedAt: Date;
    admission: string;
    outcome: string | null;
    answer: string | null;
    who: { objector: string; contact: string; email: string | null; identity: string | null } | null;
  }[];
  recusals: readonly { who: string; kind: string; reason: string }[];
  reconsiderations: readonly { grounds: string; askedAt: Date; answer: string | null }[];
  recoveries: readonly { id: string; kind: string; sumFen: Fen; reason: string; status: string }[];
  rating: { stars: number; comment: string; followUp: string | null } | null;
};

/** What belongs to a case beside its decision: scores, objections, reconsideration, recovery, rating, recusals. */
export function CaseSide({ shown }: { shown: Shown }) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <>
      <Part
        title={t("side.scores")}
        lines={shown.scores.map(({ score, comment }) => (
          <>
            <strong>{t("side.scoreOf", { score })}</strong> {comment}
          </>
        ))}
      />
      <Part
        title={t("side.objections")}
        lines={shown.objections.map((each) => (
          <Objection key={each.id} shown={each} />
        ))}
      />
      <Part
        title={t("side.reconsideration")}
        lines={shown.reconsiderations.map((each) => (
          <>
            <DateTimeText at={each.askedAt} />
            <p>{each.grounds}</p>
            <Answer text={each.answer} />
          </>
        ))}
      />
      <Part
        title={t("side.recovery")}
        lines={shown.recoveries.map((each) => (
          <>
            <Money fen={each.sumFen} /> {t(`side.${each.kind}`)} · {t(`side.status.${each.status}`)}
            <p>{each.reason}</p>
          </>
        ))}
      />
      <Part
        title={t("side.rating")}
        lines={
          shown.rating
            ? [
                <>
                  {t("side.stars", { count: shown.rating.stars })} {shown.rating.comment}
                  {shown.rating.followUp && (
                    <p className="text-muted">
                      {t("side.followUp")}
                      {t("colon", { ns: "common" })}
                      {shown.rating.followUp}
                    </p>
                  )}
                </>,
              ]
            : []
        }
      />
      <Part
        title={t("side.recusals")}
        lines={shown.recusals.map(({ who, kind, reason }) => (
          <>
            {who}
            {t("inBrackets", { ns: "common", text: t(`side.${kind}`) })} {reason}
          </>
        ))}
      />
    </>
  );
}

function Objection({ shown }: { shown: Shown["objections"][number] }) {
  const { t } = useWords("redemption");
  return (
    <>
      <DateTimeText at={shown.raisedAt} /> {shown.who ? <Objector who={shown.who} /> : t("side.nameHidden")}
      <p className="text-muted">
        {t(`side.source.${shown.source}`)} ·{" "}
        {t(shown.outcome ? `objection.${shown.outcome}` : `side.admission.${shown.admission}`)}
      </p>
      <p>{shown.text}</p>
      <Answer text={shown.answer} />
    </>
  );
}

/** What the office answered, or that it has yet to. */
function Answer({ text }: { text: string | null }) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <p className="text-muted">
      {t("side.answer")}
      {t("colon", { ns: "common" })}
      {text ?? t("side.waitingAnswer")}
    </p>
  );
}

type Who = NonNullable<Shown["objections"][number]["who"]>;

function Objector({ who: { objector, contact, email, identity } }: { who: Who }) {
  const { t } = useWords(["redemption", "common"]);
  const reached = [contact, email].filter(Boolean).join(" · ");
  return (
    <>
      {objector}
      {t("inBrackets", { ns: "common", text: reached })}
      {identity && <p>{t("side.identity", { text: identity })}</p>}
    </>
  );
}

function Part({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="card">
      <h2 className="mb-2">{title}</h2>
      <ul className="divide-y divide-line">
        {lines.map((line, index) => (
          <li key={index} className="py-2">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two forms that are seldom needed: an interest in the firm, and money to be asked back. */
export function SeldomForms({ shown, idempotencyKey }: { shown: Shown; idempotencyKey: string }) {
  const { t } = useWords("redemption");
  const summary = "inline-flex min-h-11 items-center font-semibold text-brand-700 underline";
  return (
    <section className="card">
      {!shown.conflict && (
        <details>
          <summary className={summary}>{t("side.recuse")}</summary>
          <p className="mb-3 text-sm text-muted">{t("side.recuseHint")}</p>
          <KeptForm keep={`recuse:${shown.id}:${shown.version}`}>
            {(kept) => (
              <>
                <input type="hidden" name="intent" value="recuse" />
                <TextAreaField
                  name="recuseReason"
                  label={t("side.recuseReason")}
                  rows={2}
                  value={kept["recuseReason"]}
                />
                <SubmitButton look="secondary">{t("side.recuse")}</SubmitButton>
              </>
            )}
          </KeptForm>
        </details>
      )}
      {shown.mayRecover && (
        <details>
          <summary className={summary}>{t("side.recoverTitle")}</summary>
          <p className="mb-3 text-sm text-muted">{t("side.recoverHint")}</p>
          <KeptForm keep={`recover:${shown.id}:${shown.version}`}>
            {(kept) => (
              <>
                <input type="hidden" name="intent" value="recover" />
                <input type="hidden" name="idempotencyKey" value={`${idempotencyKey}-recover`} />
                <input type="hidden" name="version" value={shown.version} />
                <RadioField
                  name="kind"
                  label={t("side.recoveryKind")}
                  value={kept["kind"] ?? "error"}
                  options={["error", "fraud"].map((value) => ({ value, label: t(`side.${value}`) }))}
                />
                <TextField name="sumYuan" label={t("side.recoverSum")} inputMode="decimal" value={kept["sumYuan"]} />
                <TextAreaField name="reason" label={t("side.recoverReason")} rows={3} value={kept["reason"]} />
                <SubmitButton look="danger">{t("side.recoverTitle")}</SubmitButton>
              </>
            )}
          </KeptForm>
        </details>
      )}
    </section>
  );
}
