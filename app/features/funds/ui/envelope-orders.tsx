import { useWords } from "~/i18n/use-words";
import { formatYuan, type Fen } from "~/kernel/money";
import { TextField, type FormAnswer } from "~/ui/form";
import { reducibleOf } from "../domain/envelope-balance";
import { OneForm } from "./one-form";
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
  /** orders the person has proposed so far */
  made: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** What may be proposed for an envelope: less money, what is left to the next year, other shares. */
export function EnvelopeOrders({ envelope, mayShare, made, idempotencyKey, answer }: Props) {
  const { t } = useWords("funds");
  const reducible = reducibleOf(envelope);
  const isOffered = { reduce: reducible > 0n, carry: envelope.availableFen > 0n, share: mayShare };
  const hints = {
    reduce: t("orders.reduceLead", { sum: formatYuan(reducible) }),
    carry: t("envelope.carryLead", { sum: formatYuan(envelope.availableFen), year: envelope.year + 1 }),
    share: t("envelope.sharesLead"),
  };
  const offered = envelopeOrders
    .filter((step) => isOffered[step])
    .map((step) => ({ step, title: t(`orders.kinds.${step}`), hint: hints[step] }));
  return (
    <OneForm offered={offered} keep={`${envelope.id}:${made}`}>
      {(step, kept) => (
        <>
          {step === "share" ? (
            <Shares shares={envelope.shares} said={answer?.values ?? kept} />
          ) : (
            <SumTwice kept={kept} answer={answer} />
          )}
          <PaperFields {...{ kept, answer, idempotencyKey }} />
        </>
      )}
    </OneForm>
  );
}

function Shares({ shares, said }: { shares: Envelope["shares"]; said: Readonly<Record<string, string>> }) {
  const { t } = useWords("funds");
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
