import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { NoticeProblems } from "~/features/calendar/ui/notice-problems";
import { isProvisional } from "~/features/calendar/domain/provisional";
import { calendarYears } from "~/features/calendar/use-cases/calendar-years.server";
import { readAnnounced } from "~/features/calendar/use-cases/read-calendar.server";
import { handleNoticeForm, type NoticeAnswer } from "./notice-form.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { FileField } from "~/ui/file-field";
import { ErrorSummary, SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:calendar:all", async ({ context }) => {
  const deps = { tx: context.prisma };
  const [years, announced] = [await calendarYears(deps), (await readAnnounced(deps)).map(({ year }) => year)];
  return { years, asked: years.find((year) => isProvisional(year, announced)) ?? years.at(-1) ?? null };
});

export const action = guardedAction(
  "manage:calendar:all",
  async ({ request, context, actor }): Promise<NoticeAnswer | Response> => {
    const { values, file } = await readUploadForm(request);
    const done = await perform(context, actor, (deps) => handleNoticeForm({ ...deps, actor }, values, file));
    return typeof done === "string" ? redirect(`/admin/calendar/${done}`) : done;
  },
);

export default function EnterNotice() {
  const { years, asked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useWords("calendar");
  const answer = answered && "problems" in answered ? answered : null;
  const { errors = {}, values = {} } = answer ?? {};
  const labels = Object.fromEntries(["year", "number", "issuedOn", "text"].map((name) => [name, t(`notice.${name}`)]));
  return (
    <>
      <PageTitle title={t("notice.title")} lead={t("notice.lead")}>
        <Link to="/admin/calendar" className="button button-secondary">
          {t("change.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary errors={errors} labels={labels} />
      <NoticeProblems problems={answer?.problems ?? []} />
      <Form method="post" encType="multipart/form-data" className="card" noValidate key={values["text"] ?? ""}>
        <SelectField
          name="year"
          label={t("notice.year")}
          value={values["year"] ?? String(asked ?? "")}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          error={errors["year"]}
        />
        <TextField
          name="number"
          label={t("notice.number")}
          hint={t("notice.numberHint")}
          value={values["number"]}
          error={errors["number"]}
        />
        <TextField
          name="issuedOn"
          type="text"
          label={t("notice.issuedOn")}
          value={values["issuedOn"]}
          error={errors["issuedOn"]}
        />
        <TextAreaField
          name="text"
          label={t("notice.text")}
          hint={t("notice.textHint")}
          rows={12}
          value={values["text"]}
          error={errors["text"]}
        />
        <FileField label={t("notice.file")} hint={t("notice.fileHint")} accept=".txt,.csv,.xlsx" />
        <SubmitButton>{t("notice.submit")}</SubmitButton>
      </Form>
    </>
  );
}
