import { useWords } from "~/i18n/use-words";
import type { TraceLine } from "../domain/amount/amount-trace";

/** How a sum comes about, step by step. */
export function AmountTrace({ lines }: { lines: readonly TraceLine[] }) {
  const { t } = useWords(["matching", "common"]);
  return (
    <ul className="mt-3 border-t border-line pt-3">
      {lines.map(({ step, sum, by, index }, place) => (
        <li key={place} className={step === "total" ? "font-semibold" : undefined}>
          {t(`step.${step}`, { by: by ?? "", index: (index ?? 0) + 1 })}
          {t("colon", { ns: "common" })}
          {sum === null ? t("sumUnknown") : <span className="tabular-nums">{t("yuan", { sum })}</span>}
        </li>
      ))}
    </ul>
  );
}
