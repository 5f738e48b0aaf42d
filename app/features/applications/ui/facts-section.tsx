import { useFetcher } from "@remix-run/react";
import { useRef, useState, type FocusEvent } from "react";
import { useWords } from "~/i18n/use-words";
import { QuickQuestion, type QuickFact } from "~/features/matching/ui/quick-check-form";
import { useLanguage } from "~/i18n/use-language";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import type { DraftConflict, DraftText } from "../domain/draft-merge";

type Question = QuickFact & { value: string };
type Answer = FormAnswer & { conflicts?: DraftConflict[] };
type Props = {
  draft: { id: string; editor: string; savedAt: Date | null; prefilled: number; questions: Question[] };
  fromCheck: boolean;
  answer?: Answer;
};
type Kept = { savedAt: Date; kept: DraftText; conflicts: DraftConflict[]; values: DraftText };

/** What the application asks. It keeps itself as one goes on, and says so when somebody else changed the same field. */
export function FactsSection({ draft, fromCheck, answer }: Props) {
  const { t } = useWords("applications");
  const [editor] = useState(draft.editor);
  const autosave = useFetcher<Kept>();
  const kept = useKept(autosave.data);
  const savedAt = later(kept.savedAt, draft.savedAt);
  const disputed =
    kept.conflicts.length > 0 ? kept : { conflicts: answer?.conflicts ?? [], values: answer?.values ?? {} };
  const keepUnder = (at: Date | null) => `draft:${draft.id}:${at?.getTime() ?? 0}`;
  const sent = useRef<string>();
  const keep = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const answers = answersIn(data);
    const failed = autosave.state === "idle" && refusalOf(autosave.data) !== null;
    if (sent.current === undefined ? isAsShown(data) : sent.current === answers && !failed) return;
    sent.current = answers;
    data.set("auto", "1");
    autosave.submit(data, { method: "post" });
  };
  return (
    <>
      <p role="status" className="mb-2 text-sm text-muted">
        {savedAt && (
          <>
            {t("draft.saved", { time: "" })}
            <DateTimeText at={savedAt} />
          </>
        )}
      </p>
      <RefusalAlert refusal={refusalOf(autosave.data)} />
      <Conflicts questions={draft.questions} {...disputed} />
      {draft.prefilled > 0 && <p className="mb-4 text-muted">{t("draft.prefilled", { count: draft.prefilled })}</p>}
      <KeptForm
        keep={keepUnder(draft.savedAt)}
        storeAs={keepUnder(savedAt)}
        preventScrollReset
        noValidate
        onBlur={(event) => !savesItself(event) && keep(event.currentTarget)}
      >
        {(typed) => (
          <>
            <input type="hidden" name="intent" value="facts" />
            <input type="hidden" name="editor" value={editor} />
            {fromCheck && <input type="hidden" name="back" value="check" />}
            {draft.questions.length === 0 && <p>{t("draft.noFacts")}</p>}
            {draft.questions.map((question) => (
              <div key={question.name}>
                <input
                  type="hidden"
                  name={`was:${question.name}`}
                  value={kept.shown[question.name] ?? typed[`was:${question.name}`] ?? question.value}
                />
                <QuickQuestion
                  fact={question}
                  said={typed[question.name] ?? answer?.values?.[question.name] ?? question.value}
                  error={answer?.errors?.[question.name]}
                />
              </div>
            ))}
            {draft.questions.length > 0 && <SubmitButton look="secondary">{t("draft.save")}</SubmitButton>}
          </>
        )}
      </KeptForm>
    </>
  );
}

/** What was answered, without what the page itself adds. */
function answersIn(data: FormData): string {
  return JSON.stringify([...data].filter(([name]) => !name.startsWith("was:")));
}

/** Whether every answer is what the page showed. */
function isAsShown(data: FormData): boolean {
  return [...data].every(([name, shown]) => !name.startsWith("was:") || (data.get(name.slice(4)) ?? "") === shown);
}

/**
 * Leaving a button keeps nothing new, and going to it will save: two savings at once could take a conflict for decided
 * before it was read.
 */
function savesItself({ target, relatedTarget, currentTarget }: FocusEvent<HTMLFormElement>): boolean {
  return (
    target instanceof HTMLButtonElement ||
    (relatedTarget instanceof HTMLButtonElement && relatedTarget.form === currentTarget)
  );
}

/** Everything that was saved in the background since the form was shown, and what the last save ran into. */
function useKept(data: Kept | undefined) {
  const [last, setLast] = useState<Kept>();
  const [shown, setShown] = useState<DraftText>({});
  if (data && "kept" in data && data !== last) {
    setLast(data);
    setShown({ ...shown, ...data.kept });
  }
  return { shown, savedAt: last?.savedAt ?? null, conflicts: last?.conflicts ?? [], values: last?.values ?? {} };
}

function later(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}

function Conflicts({
  questions,
  conflicts,
  values,
}: {
  questions: readonly Question[];
  conflicts: readonly DraftConflict[];
  values: DraftText;
}) {
  const { t } = useWords(["applications", "common"]);
  const language = useLanguage();
  if (conflicts.length === 0) return null;
  const said = (question: Question | undefined, value: string) =>
    question?.values?.find((member) => member.value === value)?.[language] ??
    (value === "true"
      ? t("yes", { ns: "common" })
      : value === "false"
        ? t("no", { ns: "common" })
        : value || t("conflict.empty"));
  return (
    <Alert tone="warn" title={t("conflict.title")}>
      <p>{t("conflict.text")}</p>
      <ul className="my-2 list-disc pl-5">
        {conflicts.map(({ name, theirs }) => {
          const question = questions.find((each) => each.name === name);
          return (
            <li key={name}>
              {t("conflict.both", {
                label: question?.[language] ?? name,
                theirs: said(question, theirs),
                mine: said(question, values[name] ?? ""),
              })}
            </li>
          );
        })}
      </ul>
      <p>{t("conflict.decide")}</p>
    </Alert>
  );
}
