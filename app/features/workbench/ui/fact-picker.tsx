import { useId, useState } from "react";
import { useWords } from "~/i18n/use-words";
import { useEditing, type FactChoice } from "./editor-context";

type Props = { label: string; value: string; onPick: (fact: FactChoice) => void; only?: (fact: FactChoice) => boolean };

const shown = 40;

/** A fact out of the registry: type part of its name and choose. Leaving without a choice keeps the old one. */
export function FactPicker({ label, value, onPick, only }: Props) {
  const { choices, factByName } = useEditing();
  const { t } = useWords("workbench");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const words = (typed ?? "").trim().toLowerCase();
  const fitting = choices.facts
    .filter(
      (fact) =>
        (!only || only(fact)) &&
        (words === "" || `${fact.label} ${fact.group} ${fact.name}`.toLowerCase().includes(words)),
    )
    .slice(0, shown);
  const type = (text: string) => {
    setTyped(text);
    const exact = choices.facts.filter((fact) => (!only || only(fact)) && fact.label === text);
    const [found] = exact;
    if (found && exact.length === 1) {
      setTyped(null);
      onPick(found);
    }
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="search"
        role="combobox"
        aria-expanded={typed !== null}
        aria-controls={`${id}-list`}
        autoComplete="off"
        className="field"
        placeholder={t("fact.search")}
        value={typed ?? factByName.get(value)?.label ?? value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
        list={`${id}-list`}
      />
      <datalist id={`${id}-list`}>
        {fitting.map((fact) => (
          <option key={fact.name} value={fact.label}>
            {fact.group}
          </option>
        ))}
      </datalist>
      <PublishedFigures fact={factByName.get(value)} />
    </div>
  );
}

/** What offices publish of a figure that is looked up: value, place, since when, and where it was read. */
function PublishedFigures({ fact }: { fact: FactChoice | undefined }) {
  const { t } = useWords("workbench");
  if (!fact?.published) return null;
  return (
    <div className="mt-1 text-sm text-muted">
      <p>{t(fact.published.length === 0 ? "fact.noneHeld" : "fact.lookedUp")}</p>
      <ul>
        {fact.published.map(({ place, figure, from, until, source, seenOn }) => (
          <li key={`${place} ${from}`}>
            <strong className="text-ink">
              {t(until === null ? "fact.since" : "fact.during", { place, figure, from, until })}
            </strong>{" "}
            {t("fact.source", { source, day: seenOn })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Facts that sums may be computed from. */
export function isFigure({ type }: FactChoice): boolean {
  return ["yuan", "integer", "number", "percent", "year"].includes(type);
}
