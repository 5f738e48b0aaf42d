import { useWords } from "~/i18n/use-words";
import type { AmountLine } from "../domain/amount-words";

const indents = ["", "pl-6", "pl-12"];

/** The payment rule line by line. */
export function AmountRule({ lines }: { lines: readonly AmountLine[] }) {
  const { t } = useWords("policies");
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index} className={`py-0.5 ${indents[Math.min(line.depth, 2)]}`}>
          {t(`amount.${line.key}`, line.values)}
        </li>
      ))}
    </ul>
  );
}
