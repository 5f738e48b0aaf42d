import { useWords } from "~/i18n/use-words";
import { Tag } from "~/ui/tag";

export type ShownObligation = {
  id: string;
  what: string;
  clawbackPercent: number;
  figure: { label: string; unit: string; then: number; least: number | null } | null;
  found: number | null;
  dueOn: string;
  isDue: boolean;
  status: "open" | "fulfilled" | "breached" | "dropped";
  note: string | null;
};

const tones = { open: "info", fulfilled: "good", breached: "bad", dropped: "plain" } as const;

/** What a case obliges its firm to, with its day and what was found; nothing where it obliges to nothing. */
export function ObligationCard({
  obligations,
  className = "",
}: {
  obligations: readonly ShownObligation[];
  className?: string;
}) {
  const { t } = useWords("redemption");
  if (obligations.length === 0) return null;
  return (
    <section className={`card ${className}`}>
      <h2 className="mb-3">{t("obligations.title")}</h2>
      <ul className="space-y-4">
        {obligations.map((each) => (
          <li key={each.id}>
            <ObligationLines obligation={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One obligation in words: until when, which figure, what is asked back, and what was found. */
export function ObligationLines({ obligation }: { obligation: ShownObligation }) {
  const { t } = useWords("redemption");
  const { what, figure, dueOn, isDue, status, note, clawbackPercent, found } = obligation;
  return (
    <>
      <p>
        <strong>{what}</strong>{" "}
        <Tag tone={isDue ? "warn" : tones[status]}>{t(isDue ? "obligations.due" : `obligations.status.${status}`)}</Tag>
      </p>
      <p>{t("obligations.until", { day: dueOn })}</p>
      {figure && <p>{t(figure.least === null ? "obligations.figure" : "obligations.keep", figure)}</p>}
      {clawbackPercent > 0 && <p className="text-muted">{t("obligations.clawback", { percent: clawbackPercent })}</p>}
      {found !== null && <p>{t("obligations.found", { found, unit: figure?.unit ?? "" })}</p>}
      {note && <p>{t("obligations.note", { note })}</p>}
    </>
  );
}
