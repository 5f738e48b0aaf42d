import { useWords } from "~/i18n/use-words";
import { shanghaiDay } from "~/kernel/plain-date";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import type { PartStanding, ShownPart } from "../use-cases/read-instalments.server";

/** How each standing of a part looks. */
export const partTones = {
  toCome: "info",
  condition: "warn",
  day: "plain",
  ahead: "plain",
  budget: "warn",
  listed: "info",
  paid: "good",
  returned: "bad",
  denied: "bad",
  dropped: "plain",
} as const satisfies Record<PartStanding, string>;

/** The parts in which a case is paid, with what each waits for; nothing where it is paid at once. */
export function InstalmentCard({ parts, className = "" }: { parts: readonly ShownPart[]; className?: string }) {
  const { t } = useWords("redemption");
  if (parts.length === 0) return null;
  return (
    <section className={`card ${className}`}>
      <h2 className="mb-1">{t("instalments.plan")}</h2>
      <p className="mb-3 text-sm text-muted">{t("instalments.planLead")}</p>
      <ol className="space-y-4">
        {parts.map((part) => (
          <li key={part.id}>
            <PartLines part={part} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One part in words: its share and sum, when it is paid, where it stands, and what was found. */
export function PartLines({ part }: { part: ShownPart }) {
  const { t } = useWords("redemption");
  const { number, percent, fen, when, dueOn, standing, paidAt, note } = part;
  const ended = standing === "denied" || standing === "dropped";
  return (
    <>
      <p>
        <strong>{t("instalments.part", { number })}</strong>
        {percent !== null && ` · ${t("instalments.share", { percent })}`} · <Money fen={fen} />{" "}
        <Tag tone={partTones[standing]}>{t(`instalments.standing.${standing}`)}</Tag>
      </p>
      <p className="text-muted">{when}</p>
      {paidAt && standing === "paid" && <p>{t("instalments.paidOn", { day: shanghaiDay(paidAt) })}</p>}
      {dueOn && standing !== "paid" && !ended && <p>{t("instalments.dueOn", { day: dueOn })}</p>}
      {note && <p>{t(ended ? "instalments.reason" : "instalments.note", { note })}</p>}
    </>
  );
}
