import { Link } from "@remix-run/react";
import type { Say } from "~/i18n/keys";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalMark } from "~/features/calendar/ui/term-day";
import type { CorrectionPoint } from "~/features/redemption/domain/correction-points";
import { SubmitButton, TextAreaField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";

/** The label of each point's answer, by its field. */
export function pointLabels(
  points: readonly CorrectionPoint[],
  t: Say<"applications">,
): [field: string, label: string][] {
  return points.map(({ about, text }, place) => [
    `answer-${place}`,
    t("track.pointAnswer", { ns: "applications", number: place + 1, about: about || text }),
  ]);
}

/** What the firm is asked to correct, with a field for the answer to each point. */
export function Correction({
  id,
  notice,
  mayWrite,
  hidden,
  answer,
}: {
  id: string;
  notice: { dueOn: string; points: CorrectionPoint[] };
  mayWrite: boolean;
  hidden: ReactNode;
  answer: FormAnswer | undefined;
}) {
  const { t } = useWords(["applications", "common"]);
  return (
    <section className="card mb-6 border-l-4 border-l-warn">
      <h2>
        {t("track.correction", { day: notice.dueOn })}
        <ProvisionalMark day={notice.dueOn} />
      </h2>
      <ol className="my-3 list-decimal pl-6">
        {notice.points.map((point, place) => (
          <li key={place}>
            {point.about && (
              <strong>
                {point.about}
                {t("colon", { ns: "common" })}
              </strong>
            )}
            {point.text}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <>
          <Link to={`/firm/drafts/${id}`} className="button button-secondary">
            {t("track.edit")}
          </Link>
          <div className="mt-4">
            <p className="mb-3">{t("track.answerEach")}</p>
            <KeptForm keep={`correction:${id}`}>
              {(kept) => (
                <>
                  <input type="hidden" name="intent" value="resubmit" />
                  {hidden}
                  {pointLabels(notice.points, t).map(([name, label]) => (
                    <TextAreaField
                      key={name}
                      name={name}
                      label={label}
                      rows={2}
                      value={kept[name] ?? answer?.values[name]}
                      error={answer?.errors[name]}
                    />
                  ))}
                  <TextAreaField
                    name="answer"
                    label={t("track.answer")}
                    optional
                    value={kept["answer"] ?? answer?.values["answer"]}
                    error={answer?.errors["answer"]}
                  />
                  <SubmitButton>{t("track.resubmit")}</SubmitButton>
                </>
              )}
            </KeptForm>
          </div>
        </>
      )}
    </section>
  );
}
