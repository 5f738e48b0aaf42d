import { useWords } from "~/i18n/use-words";
import type { TermLine } from "../domain/term-words";

/** What an item says of claiming and of what follows, as a card; nothing where it says nothing. */
export function ItemTerms({ lines, className = "" }: { lines: readonly TermLine[]; className?: string }) {
  const { t } = useWords("policies");
  if (lines.length === 0) return null;
  return (
    <section className={`card ${className}`}>
      <h2 className="mb-3">{t("terms.title")}</h2>
      <ul className="list-disc pl-6">
        {lines.map(({ key, values }, index) => (
          <li key={`${key}${index}`}>{t(`terms.${key}`, values)}</li>
        ))}
      </ul>
    </section>
  );
}
