import { useWords } from "~/i18n/use-words";
import type { ShownFinding } from "../domain/assess";
import { useEditing } from "./editor-context";
import { TextInput } from "./fields";

/** Everything wrong or doubtful, each with a way to its place; a doubt that stays is given its reason here. */
export function FindingsPanel({ explained }: { explained: Readonly<Record<string, string>> }) {
  const { t } = useWords("workbench");
  const { preview } = useEditing();
  const { problems, findings } = preview.assessment;
  const open = findings.filter(({ why }) => why === null).length;
  return (
    <section aria-label={t("findings.title")} className="card">
      <h2>{t("findings.title")}</h2>
      <p role="status" className="mt-1 text-sm text-muted">
        {t("findings.count", { problems: problems.length, findings: open })}
      </p>
      <ul className="mt-2 space-y-3">
        {problems.map(({ path, text }) => (
          <li key={path + text} className="text-bad">
            <PlaceLink path={path} /> {text}
          </li>
        ))}
        {findings.map((finding) => (
          <FindingLine key={finding.key} finding={finding} explanation={explained[finding.key] ?? ""} />
        ))}
      </ul>
    </section>
  );
}

function FindingLine({ finding, explanation }: { finding: ShownFinding; explanation: string }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const explain = (text: string) =>
    change((state) => ({
      ...state,
      explained: Object.fromEntries([
        ...Object.entries(state.explained).filter(([key]) => key !== finding.key),
        ...(text === "" ? [] : [[finding.key, text]]),
      ]),
    }));
  return (
    <li className="border-l-4 border-warn pl-3">
      <p>
        <PlaceLink path={finding.path} /> {finding.text}
      </p>
      {finding.why && explanation === "" && (
        <p className="text-sm text-muted">{t("explained", { why: finding.why })}</p>
      )}
      <TextInput label={t("findings.explain")} value={explanation} onChange={explain} />
    </li>
  );
}

/** Goes to the place in the form and puts the keyboard there. */
function PlaceLink({ path }: { path: string }) {
  const { t } = useWords("workbench");
  const go = () => {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const place = document.getElementById(at);
      if (place) return place.focus();
    }
  };
  return (
    <button type="button" className="min-h-6 text-brand-700 underline" onClick={go}>
      {t("findings.go", {
        place: path
          .split("/")
          .slice(1)
          .map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : t(`part.${key}`, { defaultValue: key })))
          .join(" › "),
      })}
    </button>
  );
}
