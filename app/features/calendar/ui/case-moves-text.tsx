import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import type { CaseMoves } from "../domain/case-moves";
import { termWords } from "../domain/term-words";

/** Which terms of a case a change of the calendar moved, and why. */
export function CaseMovesText({ moves: { at, reason, terms } }: { moves: CaseMoves }) {
  const { t } = useWords(["calendar", "applications", "troubles"]);
  return (
    <>
      <DateTimeText at={at} />
      <ul>
        {terms.map(({ kind, step, from, to }) => (
          <li key={kind + step + from}>{t("moved.line", { term: termWords(t, { kind, step }), from, to })}</li>
        ))}
      </ul>
      <p>{t(reason.kind === "notice" ? "moved.notice" : "moved.day", { ...reason })}</p>
    </>
  );
}
