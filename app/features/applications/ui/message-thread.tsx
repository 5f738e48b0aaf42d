import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextAreaField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Tag } from "~/ui/tag";

type Shown = { id: string; own: boolean; author: string | null; text: string; at: Date; fresh: boolean; seen: boolean };
type Props = {
  caseId: string;
  side: "firm" | "department";
  messages: readonly Shown[];
  mayWrite: boolean;
  idempotencyKey: string;
  answer?: { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> };
};

/** What firm and departments wrote to each other about a case, and the field to write on. */
export function MessageThread({ caseId, side, messages, mayWrite, idempotencyKey, answer }: Props) {
  const { t } = useWords("applications");
  const other = t(side === "firm" ? "message.department" : "message.firm");
  const self = t(side === "firm" ? "message.firm" : "message.department");
  // Once a message is sent the field is empty; one that arrives takes away nothing of what is being written.
  const sent = messages.filter(({ own }) => own).length;
  return (
    <section id="messages" className="card mb-6" aria-labelledby="messages-title">
      <h2 id="messages-title" className="mb-3">
        {t("message.title")}
      </h2>
      {messages.length === 0 ? (
        <p className="mb-4 text-muted">{t("message.none")}</p>
      ) : (
        <ol className="mb-4 space-y-3">
          {messages.map((message) => (
            <li
              key={message.id}
              className={`rounded-md border p-3 ${message.own ? "border-brand-200 bg-brand-50 sm:ml-12" : "border-line bg-white sm:mr-12"}`}
            >
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
                <strong className="text-ink">{message.author ?? (message.own ? self : other)}</strong>
                <DateTimeText at={message.at} />
                {message.fresh && <Tag tone="info">{t("message.fresh")}</Tag>}
                {message.own && <span>{t(message.seen ? "message.seen" : "message.unseen")}</span>}
              </p>
              <p className="mt-1 whitespace-pre-wrap">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <KeptForm key={sent} keep={`message:${caseId}:${side}:${sent}`}>
          {(kept) => (
            <>
              <input type="hidden" name="intent" value="message" />
              <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
              <TextAreaField
                name="message"
                label={t(side === "firm" ? "message.toDepartment" : "message.toFirm")}
                hint={t(side === "firm" ? "message.hintFirm" : "message.hint")}
                rows={3}
                value={answer?.values["message"] ?? kept["message"]}
                error={answer?.errors["message"]}
              />
              <SubmitButton look="secondary">{t("message.send")}</SubmitButton>
            </>
          )}
        </KeptForm>
      )}
    </section>
  );
}
