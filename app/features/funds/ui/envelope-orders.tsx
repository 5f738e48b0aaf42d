import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatYuan, type Fen } from "~/kernel/money";
import { SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { reducibleOf } from "../domain/envelope-balance";
import { PaperFields, SumTwice } from "./order-fields";

export const envelopeOrders = ["reduce", "carry", "share"] as const;
export const shareLevels = ["city", "county"] as const;

type Envelope = {
  id: string;
  year: number;
  grantedFen: Fen;
  availableFen: Fen;
  shares: readonly { level: string; weight: number }[];
};
type Props = {
  envelope: Envelope;
  /** whether the own authority issued the document, and so says who bears which part */
  mayShare: boolean;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** What may be proposed for an envelope, one form at a time: less money, what is left to the next year, other shares. */
export function EnvelopeOrders({ envelope, mayShare, idempotencyKey, answer }: Props) {
  const { t } = useTranslation("funds");
  const asked = useSearchParams()[0].get("do");
  const reducible = reducibleOf(envelope);
  const isOffered = { reduce: reducible > 0n, carry: envelope.availableFen > 0n, share: mayShare };
  const offered = envelopeOrders.filter((each) => isOffered[each]);
  const kind = offered.find((each) => each === asked);
  if (!kind)
    return (
      <p className="no-print mb-6 flex flex-wrap gap-3">
        {offered.map((each) => (
          <Link key={each} to={`?do=${each}`} preventScrollReset className="button button-secondary">
            {t(`orders.kinds.${each}`)}
          </Link>
        ))}
      </p>
    );
  const hints = {
    reduce: t("orders.reduceLead", { sum: formatYuan(reducible) }),
    carry: t("envelope.carryLead", { sum: formatYuan(envelope.availableFen), year: envelope.year + 1 }),
    share: t("envelope.sharesLead"),
  };
  return (
    <section className="card mb-6">
      <h2 className="mb-1">{t(`orders.kinds.${kind}`)}</h2>
      <p className="mb-3 text-muted">{hints[kind]}</p>
      <KeptForm keep={`${kind}:${envelope.id}`} encType="multipart/form-data">
        {(kept) => (
          <>
            <input type="hidden" name="intent" value={kind} />
            {kind === "share" ? (
              <Shares shares={envelope.shares} said={answer?.values ?? kept} />
            ) : (
              <SumTwice kept={kept} answer={answer} />
            )}
            <PaperFields {...{ kept, answer, idempotencyKey }} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{t("orders.propose")}</SubmitButton>
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

function Shares({ shares, said }: { shares: Envelope["shares"]; said: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("funds");
  return shareLevels.map((level) => (
    <TextField
      key={level}
      name={level}
      label={t("envelope.weight", { level: t(`level.${level}`, { ns: "common" }) })}
      inputMode="numeric"
      optional
      value={said[level] ?? String(shares.find((share) => share.level === level)?.weight ?? "")}
    />
  ));
}
