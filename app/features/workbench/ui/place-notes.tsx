import { CircleAlert, TriangleAlert } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import { useEditing } from "./editor-context";

/** What is wrong or doubtful at one place of the draft; `below` takes in everything inside it. */
export function PlaceNotes({ place, below = false }: { place: string; below?: boolean }) {
  const { t } = useWords("workbench");
  const { assessment } = useEditing().preview;
  const here = ({ path }: { path: string }) =>
    path === place || path === `${place}/value` || (below && path.startsWith(`${place}/`));
  const problems = assessment.problems.filter(here);
  const findings = assessment.findings.filter(here);
  if (problems.length + findings.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-sm">
      {problems.map(({ path, text }) => (
        <li key={path + text} className="flex gap-1 text-bad">
          <CircleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          <span className="sr-only">{t("problem")}</span>
          {text}
        </li>
      ))}
      {findings.map(({ key, text, why }) => (
        <li key={key} className={`flex gap-1 ${why ? "text-muted" : "text-warn"}`}>
          <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          {text}
          {why && ` ${t("explained", { why })}`}
        </li>
      ))}
    </ul>
  );
}
