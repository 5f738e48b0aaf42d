import type { Say } from "~/i18n/keys";
import { useWords } from "~/i18n/use-words";
import { QuickQuestion, type QuickFact } from "~/features/matching/ui/quick-check-form";
import { useLanguage } from "~/i18n/use-language";
import { SubmitButton, TextAreaField, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { evidenceField } from "../domain/established";

type Figure = QuickFact & { stands: string };
type Props = {
  figures: readonly Figure[];
  /** files of the case, to be named as evidence */
  files: readonly string[];
  sent: { id: string; version: number; key: string };
  answer: FormAnswer | undefined;
};

/** What the fields of the form are called, for the summary of what is wrong. */
export function figureLabels(
  figures: readonly Figure[],
  language: "zh" | "en",
  t: Say<"redemption">,
): Record<string, string> {
  const own = figures.flatMap((figure) => [
    [figure.name, figure[language]] as const,
    [evidenceField(figure.name), `${figure[language]} ${t("establish.evidence")}`] as const,
  ]);
  return { ...Object.fromEntries(own), reason: t("establish.reason") };
}

/** Each figure as it stands, with a field for the one found and for what shows it. */
export function FigureForm({ figures, files, sent, answer }: Props) {
  const { t } = useWords("redemption");
  const language = useLanguage();
  return (
    <>
      <p className="mb-4">{t("establish.lead")}</p>
      <datalist id="case-files">
        {files.map((file) => (
          <option key={file} value={file} />
        ))}
      </datalist>
      <KeptForm keep={`figures:${sent.id}:${sent.version}`} noValidate>
        {(kept) => {
          const typed = (name: string) => kept[name] ?? answer?.values[name];
          return (
            <>
              <input type="hidden" name="idempotencyKey" value={sent.key} />
              <input type="hidden" name="version" value={sent.version} />
              {figures.map((figure) => (
                <section key={figure.name} className="card mb-4" aria-label={figure[language]}>
                  <p className="mb-3 text-muted">{t("establish.stands", { value: figure.stands })}</p>
                  <QuickQuestion
                    fact={figure}
                    said={typed(figure.name)}
                    error={answer?.errors[figure.name]}
                    hint={false}
                  />
                  <TextField
                    name={evidenceField(figure.name)}
                    label={t("establish.evidence")}
                    list="case-files"
                    value={typed(evidenceField(figure.name))}
                    error={answer?.errors[evidenceField(figure.name)]}
                  />
                </section>
              ))}
              <TextAreaField
                name="reason"
                label={t("establish.reason")}
                hint={t("establish.reasonHint")}
                rows={3}
                value={typed("reason")}
                error={answer?.errors["reason"]}
              />
              <SubmitButton>{t("establish.save")}</SubmitButton>
            </>
          );
        }}
      </KeptForm>
    </>
  );
}
