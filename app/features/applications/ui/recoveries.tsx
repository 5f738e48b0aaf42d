import { useWords } from "~/i18n/use-words";
import { ProvisionalMark } from "~/features/calendar/ui/term-day";
import { formatYuan, type Fen } from "~/kernel/money";
import { Alert } from "~/ui/alert";

type Recovery = {
  kind: string;
  sumFen: Fen;
  owedFen: Fen;
  promisedFen: Fen;
  excessFen: Fen;
  givenFen: Fen;
  reason: string;
  dueOn: string | null;
  reference: string;
};

/** What the firm must give back: why, until when, what is left, and how to send it. */
export function Recoveries({ recoveries }: { recoveries: readonly Recovery[] }) {
  const { t } = useWords("applications");
  return recoveries.map((recovery) => (
    <Alert
      key={recovery.reference}
      tone={recovery.owedFen > 0n ? "warn" : "info"}
      title={t(recovery.owedFen > 0n ? "recovery.title" : "recovery.done", { sum: formatYuan(recovery.sumFen) })}
    >
      <p>{t("recovery.reason", { reason: recovery.reason })}</p>
      {recovery.owedFen > 0n && <Owed recovery={recovery} />}
      {recovery.excessFen > recovery.givenFen && (
        <p>{t("recovery.excess", { sum: formatYuan(recovery.excessFen - recovery.givenFen) })}</p>
      )}
      {recovery.givenFen > 0n && <p>{t("recovery.refunded", { sum: formatYuan(recovery.givenFen) })}</p>}
    </Alert>
  ));
}

function Owed({ recovery: { owedFen, promisedFen, dueOn, reference } }: { recovery: Recovery }) {
  const { t } = useWords("applications");
  return (
    <>
      <p>
        {t("recovery.left", { sum: formatYuan(owedFen), day: dueOn })}
        <ProvisionalMark day={dueOn} />
      </p>
      {promisedFen > 0n && <p>{t("recovery.promised", { sum: formatYuan(promisedFen) })}</p>}
      <p>
        {t("recovery.how")} <code data-reference>{reference}</code>
      </p>
      <p>{t("track.remedies")}</p>
    </>
  );
}
