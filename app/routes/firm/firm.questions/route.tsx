import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { answerQuestion } from "~/features/enterprises/use-cases/answer-question.server";
import {
  afterAnswer,
  afterSkip,
  backFrom,
  interviewQuery,
  readInterviewState,
} from "~/features/matching/domain/advice/interview-state";
import { AdviceNav } from "~/features/matching/ui/advice-nav";
import { InterviewChange } from "~/features/matching/ui/interview-change";
import { QuickQuestion } from "~/features/matching/ui/quick-check-form";
import { ResultTiles } from "~/features/matching/ui/result-tiles";
import { readInterview } from "~/features/matching/use-cases/interview.server";
import { useLanguage, useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:profile:own" } satisfies RouteHandle;

export const loader = guardedLoader("write:profile:own", async ({ request, context, actor }) => {
  const state = readInterviewState(new URL(request.url).searchParams);
  const interview = await readInterview(
    { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
    ownFirm(actor),
    state,
  );
  const { question } = interview;
  const back = backFrom(state);
  return {
    ...interview,
    state,
    skip: question && interviewQuery(afterSkip(state, question.name)),
    back: back && interviewQuery(back),
  };
});

export const action = guardedAction(
  "write:profile:own",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const state = readInterviewState(new URL(request.url).searchParams);
    const values = await formValues(request);
    const fact = values["fact"] ?? "";
    const enterpriseId = ownFirm(actor);
    const { summary } = await readInterview(
      { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
      enterpriseId,
      state,
    );
    const problem = await perform(context, actor, (deps) =>
      answerQuestion(deps, enterpriseId, fact, values[fact] ?? ""),
    );
    if (problem) return { errors: { [fact]: problem }, values };
    const before = { eligible: summary.eligible, open: summary.unknown, cashFen: summary.totals.cash };
    return redirect(`/firm/questions${interviewQuery(afterAnswer(state, fact, before))}`);
  },
);

export default function Questions() {
  const { summary, question, reason, open, state, skip, back } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("advice");
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <PageTitle title={t("questions.title")} lead={t("questions.lead")}>
        <Link to="/firm/matches" className="button button-secondary">
          {t("questions.stop")}
        </Link>
      </PageTitle>
      <AdviceNav mayWrite />
      <InterviewChange before={state.before} now={summary} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {question ? (
        <section className="card max-w-2xl" aria-label={question[language]}>
          <p className="mb-3 text-sm text-muted">{t("questions.progress", { done: state.done.length, open })}</p>
          <Form method="post" key={question.name} className="[&_label[for]]:text-xl [&_legend]:text-xl">
            <input type="hidden" name="fact" value={question.name} />
            <QuickQuestion
              fact={{ ...question, ...question.asked }}
              said={answer?.values?.[question.name] ?? question.said}
              error={answer?.errors?.[question.name]}
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton>{t("questions.answer")}</SubmitButton>
              {skip && (
                <Link to={skip} className="button button-secondary">
                  {t("questions.skip")}
                </Link>
              )}
              {back && (
                <Link to={back} className="button button-quiet">
                  {t("questions.back")}
                </Link>
              )}
            </div>
          </Form>
          {reason && reason.count > 0 && (
            <details className="mt-4 border-t border-line pt-2" open>
              <summary className="inline-flex min-h-11 items-center font-medium">{t("questions.why")}</summary>
              <p>{t("questions.whyText", { count: reason.count })}</p>
              <ul className="mt-1 list-disc pl-5">
                {reason.items.map((item) => (
                  <li key={item.id}>
                    <Link to={`/firm/matches/${item.id}`}>{say(item.title)}</Link>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ) : (
        <EmptyState title={t("questions.done")}>
          <p>{t("questions.doneText", { open })}</p>
          <p className="mt-3 flex flex-wrap justify-center gap-2">
            {state.skipped.length > 0 && (
              <Link to="/firm/questions" className="button button-secondary">
                {t("questions.again")}
              </Link>
            )}
            <Link to="/firm/close" className="button button-primary">
              {t("nav.close")}
            </Link>
          </p>
        </EmptyState>
      )}
      <div className="mt-6">
        <ResultTiles summary={summary} />
      </div>
    </>
  );
}
