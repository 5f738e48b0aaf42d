import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";

type Props = {
  explained: readonly { where: string; note: number | null }[];
  notes: readonly { number: number; at: string; reason: string; events: readonly unknown[] }[];
};

const shown = 200;

/** Events that were once reported as changed and are not, the signed notes about them, and a form to sign the next. */
export function ExplainedList({ explained, notes }: Props) {
  const { t } = useWords("audit");
  if (explained.length === 0 && notes.length === 0) return null;
  const open = explained.filter(({ note }) => note === null);
  return (
    <section className="card mb-6" data-explained={explained.length}>
      <h2>{t("explained.title", { count: explained.length })}</h2>
      <p className="mt-2 text-muted">{t("explained.lead")}</p>
      <ul className="mt-2">
        {explained.slice(0, shown).map(({ where, note }) => (
          <li key={where}>
            <code className="break-all text-sm">{where}</code> ·{" "}
            {note === null ? t("explained.open") : t("explained.by", { number: note })}
          </li>
        ))}
      </ul>
      {notes.length > 0 && <h3 className="mt-4">{t("explained.notes")}</h3>}
      <ul className="mt-2">
        {notes.map(({ number, at, reason, events }) => (
          <li key={number}>
            {t("explained.note", { number, count: events.length })} <DateTimeText at={new Date(at)} />
            <span className="block break-words">{reason}</span>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <KeptForm keep={`explain:${notes.length}`}>
          {(kept) => (
            <>
              <input type="hidden" name="intent" value="explain" />
              <TextField name="reason" label={t("explained.reason")} value={kept["reason"]} />
              <SubmitButton look="secondary">{t("explained.sign", { count: open.length })}</SubmitButton>
            </>
          )}
        </KeptForm>
      )}
    </section>
  );
}
