import { useWords } from "~/i18n/use-words";
import { formatYuan, sayYuan, type Fen } from "~/kernel/money";

/** A sum in yuan with separators; `spoken` gives it as people say it (万元). */
export function Money({ fen, spoken }: { fen: Fen; spoken?: boolean }) {
  const { t, i18n } = useWords();
  const language = i18n.language === "en" ? "en" : "zh";
  const text = spoken ? sayYuan(fen, language) : t("yuan", { sum: formatYuan(fen) });
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
