import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { useWords } from "~/i18n/use-words";
import { acceptedExtensions } from "~/kernel/upload-rules";
import { FileField } from "~/ui/file-field";
import { DateField, SubmitButton, TextAreaField, TextField, type FormAnswer } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import type { StatementKind } from "../domain/statement";
import type { ShownDocument } from "../use-cases/read-document.server";

type Props = { shown: ShownDocument; kind: StatementKind; idempotencyKey: string; answer?: FormAnswer };

/** Fields of each kind besides day, words and source, in order. */
const fieldsOf: Record<StatementKind, readonly ("number" | "from" | "until" | "noEnd" | "since" | "by")[]> = {
  confirmed: ["number", "from", "until", "noEnd"],
  extended: ["by", "number", "until", "noEnd"],
  replaced: ["by", "number", "since"],
  ended: ["by", "number", "until"],
  letEnd: [],
};

/** Says whether a document is in force: first how it stands, then what that needs. */
export function StatementForm({ shown, kind, idempotencyKey, answer }: Props) {
  const { t } = useWords(["validity", "common"]);
  return (
    <section className="card mb-6" id="say">
      <h2 className="mb-3">{t("say.title")}</h2>
      <nav aria-label={t("say.choose")} className="mb-4 flex flex-wrap gap-2">
        {shown.kinds.map((each) => (
          <Link
            key={each}
            to={`?kind=${each}#say`}
            preventScrollReset
            aria-current={each === kind ? "true" : undefined}
            className={`button ${each === kind ? "button-primary" : "button-secondary"}`}
          >
            {t(kindLabel(each, shown.state))}
          </Link>
        ))}
      </nav>
      <p className="mb-4 text-muted">{t(`say.hint.${kind}`)}</p>
      <KeptForm keep={`validity:${shown.id}:${shown.version}:${kind}`} encType="multipart/form-data" noValidate>
        {(kept) => <Fields key={kind} {...{ shown, kind, idempotencyKey, answer, kept }} />}
      </KeptForm>
    </section>
  );
}

export function kindLabel(kind: StatementKind, state: ShownDocument["state"]) {
  return kind === "letEnd" && state === "replaced" ? ("say.letEndReplaced" as const) : (`say.${kind}` as const);
}

function Fields({ shown, kind, idempotencyKey, answer, kept }: Props & { kept: Readonly<Record<string, string>> }) {
  const { t } = useWords(["validity", "common"]);
  const preset: Readonly<Record<string, string | null>> =
    kind === "confirmed" ? { number: shown.document.number, from: shown.document.validFrom } : {};
  const field: FieldOf = (name) => ({
    name,
    value: answer?.values[name] ?? kept[name] ?? preset[name] ?? undefined,
    error: answer?.errors[name],
  });
  return (
    <>
      <input type="hidden" name="intent" value="state" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <OwnFields kind={kind} field={field} />
      <TextAreaField
        {...field("words")}
        label={t(kind === "letEnd" ? "say.reason" : "say.words")}
        hint={kind === "letEnd" ? undefined : t("say.wordsHint")}
        rows={3}
      />
      <DateField {...field("day")} label={t("say.day")} />
      {kind !== "letEnd" && (
        <>
          <TextField {...field("address")} label={t("say.address")} hint={t("say.addressHint")} optional />
          <FileField label={t("say.file")} accept={acceptedExtensions} optional />
        </>
      )}
      <SubmitButton>{t("say.send")}</SubmitButton>
    </>
  );
}

type FieldOf = (name: string) => { name: string; value?: string; error?: string };

/** What a kind asks for besides words, day and source. */
function OwnFields({ kind, field }: { kind: StatementKind; field: FieldOf }) {
  const { t } = useWords("validity");
  const shown = {
    by: () => <TextField {...field("by")} label={t(`say.by.${kind as "extended"}`)} />,
    number: () => <TextField {...field("number")} label={t("say.number")} hint={t("say.numberHint")} />,
    from: () => <DateField {...field("from")} label={t("say.from")} />,
    until: () => <DateField {...field("until")} label={t(kind === "ended" ? "say.last" : "say.until")} />,
    noEnd: () => <CheckField name="noEnd" label={t("say.noEnd")} checked={field("noEnd").value === "1"} />,
    since: () => <DateField {...field("since")} label={t("say.since")} />,
  };
  return fieldsOf[kind].map((name) => <Fragment key={name}>{shown[name]()}</Fragment>);
}
