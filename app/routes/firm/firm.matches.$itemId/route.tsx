import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { claimLines } from "~/features/claims/domain/claim-lines";
import { ClaimNotice, ownCase } from "~/features/applications/ui/claim-notice";
import { readNewClaim } from "~/features/applications/use-cases/start-draft.server";
import { answerQuestion } from "~/features/enterprises/use-cases/answer-question.server";
import { Plans } from "~/features/matching/ui/advice-card";
import { AmountTrace } from "~/features/matching/ui/amount-trace";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { QuickQuestion } from "~/features/matching/ui/quick-check-form";
import { readItemMatch } from "~/features/matching/use-cases/read-item-match.server";
import { ItemTerms } from "~/features/policies/ui/item-terms";
import { AmountRule } from "~/features/policies/ui/amount-rule";
import { holds, isDoubtful } from "~/features/policies/domain/validity";
import { ValidityTag } from "~/features/policies/ui/validity-card";
import { termLines } from "~/features/policies/domain/term-words";
import { readQuotaNow } from "~/features/redemption/use-cases/hold-quota.server";
import { useSay } from "~/i18n/use-language";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton, type FormAnswer } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:match:own", async ({ request, params, context, actor }) => {
  const enterpriseId = ownFirm(actor);
  const language = await languageOf(request);
  const match = await perform(context, actor, (deps) =>
    readItemMatch(deps, enterpriseId, params["itemId"] ?? "", language),
  );
  const published = context.catalogue.byId.get(match.item.id);
  const item = published?.item;
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const claims = item ? claimLines(await readNewClaim(deps, enterpriseId, item)) : [];
  const mayWrite = actor.permissions.has("write:application:own");
  const isOpen =
    match.offered && !match.isApplyFree && match.verdict !== "ineligible" && !claims.some(({ bars }) => bars);
  const today = shanghaiDay(context.clock.now());
  const terms = published
    ? termLines(
        published.item,
        today,
        language,
        await readQuotaNow(deps, published, yearOf(today)),
        deps.catalogue.registry.facts,
      )
    : [];
  return { ...match, claims, terms, mayApply: mayWrite && isOpen };
});

export const action = guardedAction(
  "write:profile:own",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const problem = await perform(context, actor, (deps) =>
      answerQuestion(deps, ownFirm(actor), values["fact"] ?? "", values[values["fact"] ?? ""] ?? ""),
    );
    if (problem) return { errors: { [values["fact"] ?? ""]: problem }, values };
    return redirect(`/firm/matches/${params["itemId"] ?? ""}`);
  },
);

const tones = { eligible: "good", unknown: "unknown", ineligible: "bad" } as const;

export default function MatchPage() {
  const match = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords(["matching", "common", "policies", "advice"]);
  const say = useSay();
  const ask = (fact: string) => {
    const question = match.questions.find((each) => each.name === fact);
    if (!question) return <p className="text-sm text-muted">{t("caseFact")}</p>;
    return (
      <Form method="post" className="mt-2 rounded bg-brand-50 p-4" preventScrollReset>
        <input type="hidden" name="fact" value={fact} />
        <QuickQuestion fact={question} error={answer?.errors?.[fact]} said={answer?.values?.[fact]} />
        <SubmitButton look="secondary">{t("answer")}</SubmitButton>
      </Form>
    );
  };
  return (
    <>
      <PageTitle title={say(match.item.title)} lead={say(match.item.summary)}>
        {match.mayApply && (
          <Form method="post" action={`/firm/apply/${match.item.id}`}>
            <SubmitButton>{t("apply")}</SubmitButton>
          </Form>
        )}
        <Link to={`/policies/${match.item.id}`} className="button button-secondary">
          {t("viewPolicy")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {isDoubtful(match.state) && (
        <Alert tone="warn">
          {t(`validity.said.${match.state}`, { ns: "policies" })}{" "}
          {t("validity.ask", { ns: "policies", office: match.department })}
        </Alert>
      )}
      <ClaimNotice lines={match.claims} href={ownCase} />
      <div className="mb-6 flex flex-wrap items-center gap-4" role="status" aria-live="polite">
        <Tag tone={tones[match.verdict]}>{t(`verdict.${match.verdict}`, { ns: "common" })}</Tag>
        {match.isApplyFree && <Tag tone="info">{t("applyFree")}</Tag>}
        <ValidityTag state={match.state} />
        {!match.offered && <Tag tone="plain">{t("notOffered")}</Tag>}
        {match.sum.fen !== null && match.nature !== "nonCash" && (
          <p>
            {match.verdict === "eligible" ? t(`nature.${match.nature}`, { ns: "common" }) : t("potential")}{" "}
            <strong className="text-xl text-brand-800">
              <Money fen={match.sum.fen} />
            </strong>
          </p>
        )}
      </div>
      <section className="card mb-6">
        <h2 className="mb-3">{t("why")}</h2>
        {match.explanation && <ConditionTree node={match.explanation} reader="firm" ask={ask} />}
      </section>
      {match.advice && (
        <section className="card mb-6">
          <h2 className="mb-3">{t("close.fewest", { ns: "advice" })}</h2>
          <Plans how={match.advice.how} plans={match.advice.plans} />
        </section>
      )}
      <ItemTerms lines={match.terms} className="mb-6" />
      <section className="card mb-6">
        <h2 className="mb-3">{t("amountHow")}</h2>
        <AmountRule lines={match.rule} />
        {holds(match.state) && <AmountTrace lines={match.sum.trace} />}
        {match.sumQuestions.map((question) => (
          <div key={question.name}>{ask(question.name)}</div>
        ))}
      </section>
    </>
  );
}
