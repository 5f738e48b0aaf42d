import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useFetcher, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { draftAction } from "~/features/applications/use-cases/draft-form.server";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { AccountSection } from "~/features/applications/ui/account-section";
import { MaterialSection } from "~/features/applications/ui/material-section";
import { QuickQuestion } from "~/features/matching/ui/quick-check-form";
import { factInputValue } from "~/features/enterprises/domain/fact-input";
import { questionOf } from "~/features/policies/domain/question";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { ownFirm } from "~/platform/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { DateTimeText } from "~/ui/date-text";
import { CheckField, ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";

export const handle = { access: "write:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("write:application:own", async ({ params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const draft = await readDraft(deps, params["id"] ?? "", ownFirm(actor));
  if (!["draft", "correcting"].includes(draft.row.state)) throw redirect(`/firm/applications/${draft.row.id}`);
  return {
    id: draft.row.id,
    itemId: draft.item.id,
    title: draft.item.title,
    state: draft.row.state,
    savedAt: draft.row.draftSavedAt,
    questions: draft.asked.map((definition) => ({ ...questionOf(definition), value: factInputValue(draft.answers[definition.name]) })),
    prefilled: Object.keys(draft.profile.facts).length,
    materials: draft.materials,
    account: draft.account,
    pledged: draft.row.pledgedAt !== null,
    progress: draft.progress,
  };
});

export const action = guardedAction("write:application:own", ({ request, params, context, actor }) => draftAction(request, context, actor, params["id"] ?? "", ownFirm(actor)));

/** Keeping a draft in the background loads nothing anew: a slower answer must not hide what a newer one shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) => (formData?.get("auto") === "1" ? false : defaultShouldRevalidate);

export default function DraftPage() {
  const draft = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useTranslation(["applications", "common"]);
  const language = useTranslation().i18n.language === "en" ? "en" : "zh";
  const autosave = useFetcher<{ savedAt?: Date }>();
  const savedAt = autosave.data?.savedAt ?? draft.savedAt;
  const keep = (form: HTMLFormElement) => {
    const data = new FormData(form);
    data.set("auto", "1");
    autosave.submit(data, { method: "post" });
  };
  const labels = Object.fromEntries(draft.questions.map((question) => [question.name, question[language]]));
  return (
    <>
      <PageTitle title={t("draft.title", { item: draft.title })} lead={t("draft.lead")}>
        <Link to={`/firm/drafts/${draft.id}/check`} className="button button-primary">{t("draft.check")}</Link>
      </PageTitle>
      <p role="status" className="mb-4 text-sm text-muted">{savedAt && <>{t("draft.saved", { time: "" })}<DateTimeText at={savedAt} /></>}</p>
      <RefusalAlert refusal={refusalOf(answer) ?? refusalOf(autosave.data)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      <Section id="facts" progress={draft.progress.facts}>
        <p className="mb-4 text-muted">{t("draft.prefilled", { count: draft.prefilled })}</p>
        <Form method="post" preventScrollReset noValidate onBlur={(event) => !(event.target instanceof HTMLButtonElement) && keep(event.currentTarget)}>
          <input type="hidden" name="intent" value="facts" />
          {draft.questions.length === 0 && <p>{t("draft.noFacts")}</p>}
          {draft.questions.map((question) => (
            <QuickQuestion key={question.name} fact={question} said={answer?.values?.[question.name] ?? question.value} error={answer?.errors?.[question.name]} />
          ))}
          {draft.questions.length > 0 && <SubmitButton look="secondary">{t("draft.save")}</SubmitButton>}
        </Form>
      </Section>
      <Section id="materials" progress={draft.progress.materials}><MaterialSection materials={draft.materials} /></Section>
      <Section id="account" progress={draft.progress.account}><AccountSection account={draft.account} errors={answer?.errors} values={answer?.values} /></Section>
      <Section id="pledge" progress={draft.progress.pledge}>
        <p className="mb-3">{t("pledge.text")}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="pledge" />
          <CheckField name="pledge" label={t("pledge.tick")} checked={draft.pledged} error={answer?.errors?.["pledge"]} />
          <SubmitButton look="secondary">{t("draft.save")}</SubmitButton>
        </Form>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Link to={`/firm/drafts/${draft.id}/check`} className="button button-primary">{t("draft.check")}</Link>
        {draft.state === "draft" && (
          <Form method="post" action={`/firm/apply/${draft.itemId}`}><input type="hidden" name="anew" value="1" /><SubmitButton look="quiet">{t("draft.anew")}</SubmitButton></Form>
        )}
      </div>
    </>
  );
}

function Section({ id, progress, children }: { id: string; progress: { done: boolean; missing: string[] }; children: React.ReactNode }) {
  const { t } = useTranslation("applications");
  return (
    <section id={id} className="card mb-6" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-3 flex flex-wrap items-center justify-between gap-2">
        {t(`draft.sections.${id}`)}
        <Tag tone={progress.done ? "good" : "warn"}>{progress.done ? t("draft.done") : t("draft.todo", { count: progress.missing.length })}</Tag>
      </h2>
      {children}
    </section>
  );
}
