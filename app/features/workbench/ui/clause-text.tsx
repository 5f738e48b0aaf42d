import { useWords } from "~/i18n/use-words";
import type { Stretch } from "../domain/drafting/marked-text";

type Props = { stretches: readonly Stretch[]; active: string | null; onActive: (id: string | null) => void };

/** The clause with the words of each proposal marked; a mark leads to its proposal, and what is pointed at is marked on both sides. */
export function ClauseText({ stretches, active, onActive }: Props) {
  const { t } = useWords("workbench");
  const seen = new Set<string>();
  return (
    <p lang="zh" className="max-w-prose whitespace-pre-wrap leading-loose">
      {stretches.map(({ text, proposals, unplaced }, index) => {
        const [first] = proposals;
        if (first === undefined)
          return unplaced ? (
            <mark key={index} className="border-b-2 border-dashed border-warn bg-warn-soft text-warn">
              <span className="sr-only">{t("clause.unplacedBegins")}</span>
              {text}
            </mark>
          ) : (
            <span key={index}>{text}</span>
          );
        const anchors = proposals.filter((id) => !seen.has(id));
        anchors.forEach((id) => seen.add(id));
        const isActive = active !== null && proposals.includes(active);
        return (
          <span key={index}>
            {anchors.map((id) => (
              <span key={id} id={`words-${id}`} tabIndex={-1} />
            ))}
            <a
              href={`#proposal-${first}`}
              aria-label={t("clause.toProposal", { words: text, number: first })}
              onMouseEnter={() => onActive(first)}
              onMouseLeave={() => onActive(null)}
              onFocus={() => onActive(first)}
              onBlur={() => onActive(null)}
              className={`rounded-sm text-ink no-underline ${isActive ? "bg-brand-700 text-white" : "bg-brand-100"}`}
            >
              {text}
            </a>
          </span>
        );
      })}
    </p>
  );
}
