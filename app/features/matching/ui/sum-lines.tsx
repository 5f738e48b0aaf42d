import { useWords } from "~/i18n/use-words";
import type { SumLine } from "../domain/amount/sum-words";

/** How the sum of a case comes about, with the firm's own figures. */
export function SumLines({ lines }: { lines: readonly SumLine[] }) {
  const { t } = useWords("matching");
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ text, sum }, index) => (
        <li key={index} className="flex flex-wrap justify-between gap-x-4 py-2 last:font-semibold">
          <span>{text}</span>
          {sum !== null && <span className="tabular-nums">{t("yuan", { sum })}</span>}
        </li>
      ))}
    </ul>
  );
}
