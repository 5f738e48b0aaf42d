import { useWords } from "~/i18n/use-words";
import { useLanguage } from "~/i18n/use-language";
import { sayYuan } from "~/kernel/money";
import { Alert } from "~/ui/alert";
import type { InterviewState } from "../domain/advice/interview-state";
import type { ResultSummary } from "./result-tiles";

/** What the last answer changed; nothing before the first answer. */
export function InterviewChange({ before, now }: { before: InterviewState["before"]; now: ResultSummary }) {
  const { t } = useWords("advice");
  const language = useLanguage();
  if (!before) return null;
  const count = now.eligible - before.eligible;
  const cash = now.totals.cash - before.cashFen;
  const settled = before.open - now.unknown;
  const isChanged = count !== 0 || cash !== 0n;
  const signed = (text: string, negative: boolean) => (negative ? text : `+${text}`);
  return (
    <Alert tone={count > 0 || cash > 0n ? "good" : "info"}>
      <p>
        {isChanged &&
          t("questions.changed", {
            change: signed(String(count), count < 0),
            sum: signed(sayYuan(cash, language), cash < 0n),
          })}{" "}
        {settled > 0 && t("questions.settled", { count: settled })}
        {!isChanged && settled <= 0 && t("questions.nothing")}
      </p>
    </Alert>
  );
}
