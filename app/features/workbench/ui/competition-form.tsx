import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { DateField, ErrorSummary, SubmitButton, TextAreaField, TextField, type FormAnswer } from "~/ui/form";
import { RadioField, SelectField } from "~/ui/choice-fields";
import { SummaryList } from "~/ui/summary-list";
import { exceptionGrounds, reviewQuestions, type CompetitionReview } from "../domain/competition-review";
import type { Release } from "../use-cases/read-release.server";

/** The record of the fair-competition review: to be written while the draft is open, to be read afterwards. */
export function CompetitionForm({ page, answer }: { page: Release; answer?: FormAnswer }) {
  const { t } = useWords("workbench");
  return (
    <section className="card" aria-label={t("competition.title")}>
      <h2 className="mb-1">{t("competition.title")}</h2>
      <p className="mb-3 text-sm text-muted">{t("competition.lead")}</p>
      {page.reviewOutdated && <Alert tone="warn">{t("refusals:workbench.obstacle-review-outdated")}</Alert>}
      {page.status === "editing" ? (
        <ReviewForm page={page} answer={answer} />
      ) : (
        page.competition && <ReviewText review={page.competition} />
      )}
    </section>
  );
}

function ReviewForm({ page, answer }: { page: Release; answer?: FormAnswer }) {
  const { t } = useWords(["workbench", "common"]);
  const names = ["office", "reviewedOn", "heard", ...reviewQuestions, "ground", "groundReason", "opinion"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`competition.${name}`)]));
  const field = (name: (typeof names)[number]) => ({
    name,
    label: labels[name] ?? name,
    error: answer?.errors[name],
    value: answer?.values[name] ?? page.competition?.[name],
  });
  const yesNo = [
    { value: "no", label: t("common:no") },
    { value: "yes", label: t("common:yes") },
  ];
  return (
    <Form method="post">
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      <input type="hidden" name="version" value={page.version} />
      <TextField {...field("office")} hint={t("competition.officeHint")} />
      <DateField {...field("reviewedOn")} />
      <TextAreaField {...field("heard")} hint={t("competition.heardHint")} rows={2} />
      {reviewQuestions.map((question) => (
        <RadioField key={question} {...field(question)} options={yesNo} />
      ))}
      <SelectField
        {...field("ground")}
        hint={t("competition.groundHint")}
        optional
        empty={t("competition.noGround")}
        options={exceptionGrounds.map((ground) => ({ value: ground, label: t(`competition.grounds.${ground}`) }))}
      />
      <TextAreaField {...field("groundReason")} optional rows={2} />
      <TextAreaField {...field("opinion")} rows={3} />
      <SubmitButton name="intent" value="review">
        {t("competition.save")}
      </SubmitButton>
    </Form>
  );
}

function ReviewText({ review }: { review: CompetitionReview }) {
  const { t } = useWords(["workbench", "common"]);
  const said = (name: keyof CompetitionReview) => ({ key: name, label: t(`competition.${name}`), value: review[name] });
  const answered = reviewQuestions.map((question) => ({
    key: question,
    label: t(`competition.${question}`),
    value: t(`common:${review[question]}`),
  }));
  const ground =
    review.ground === ""
      ? []
      : [
          { key: "ground", label: t("competition.ground"), value: t(`competition.grounds.${review.ground}`) },
          said("groundReason"),
        ];
  return (
    <SummaryList rows={[said("office"), said("reviewedOn"), said("heard"), ...answered, ...ground, said("opinion")]} />
  );
}
