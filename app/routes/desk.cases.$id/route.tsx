import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CaseTimeline } from "~/features/applications/ui/case-timeline";
import { StateTag } from "~/features/applications/ui/state-tag";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { CaseEvidence } from "~/features/redemption/ui/case-evidence";
import { readDeskCase } from "~/features/redemption/use-cases/read-desk-case.server";
import { readReviewForm } from "~/features/redemption/use-cases/review-form.server";
import { reviewCase } from "~/features/redemption/use-cases/review-case.server";
import { languageOf } from "~/i18n/i18n.server";
import { plainYuan } from "~/kernel/money";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField, TextField } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:department", async ({ request, params, context, actor }) => {
  const language = await languageOf(request);
  const shown = await perform(context, actor, (deps) => readDeskCase({ ...deps, actor }, params["id"] ?? "", language));
  return { shown, key: context.random.uuid() };
});

export const action = guardedAction("review:application:department", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const review = readReviewForm(params["id"] ?? "", values);
  await perform(context, actor, (deps) => reviewCase({ ...deps, actor }, review));
  return redirect(`/desk/cases/${review.id}`);
});

export default function DeskCase() {
  const { shown, key } = useLoaderData<typeof loader>();
  const { t } = useTranslation("redemption");
  return (
    <>
      <PageTitle title={shown.item.title} lead={<>{shown.firm.name} · {shown.number} <StateTag state={shown.state} /></>} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <StatTiles>
        <StatTile label={t("desk.sum")} value={shown.claimedFen === null ? "—" : <Money fen={shown.claimedFen} />} />
        {shown.approvedFen !== null && <StatTile label={t("case.approvedYuan")} value={<Money fen={shown.approvedFen} />} />}
        <StatTile label={t("case.promised")} value={shown.promisedOn ?? "—"} />
      </StatTiles>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-6">
          <section className="card"><h2 className="mb-3">{t("case.evidence")}</h2><ConditionTree node={shown.explanation} own /></section>
          <CaseEvidence figures={shown.figures} materials={shown.materials} held={shown.held} account={shown.account} check={shown.check} />
        </div>
        <div className="space-y-6">
          <Decide shown={shown} idempotencyKey={key} />
          <section className="card"><h2 className="mb-4">{t("case.history")}</h2><CaseTimeline transitions={shown.transitions} open={shown.tasks} /></section>
        </div>
      </div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["shown"];

const looks: Record<string, "primary" | "secondary" | "danger"> = { PASS_COUNTY: "primary", RECOMMEND_APPROVAL: "primary", CO_AGREE: "primary", APPROVE: "primary", REJECT: "danger", RECOMMEND_REJECTION: "danger", CO_DISAGREE: "danger" };

function Decide({ shown, idempotencyKey }: { shown: Shown; idempotencyKey: string }) {
  const { t } = useTranslation("redemption");
  if (shown.actions.length === 0) return <Alert tone="info">{t(shown.samePerson ? "case.samePerson" : "case.waiting")}</Alert>;
  const steps = shown.actions.filter((action) => action !== "REQUEST_CORRECTION");
  return (
    <section className="card">
      <h2 className="mb-3">{t("case.decide")}</h2>
      {shown.samePerson && <Alert tone="warn">{t("case.samePerson")}</Alert>}
      <Form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="version" value={shown.version} />
        {shown.actions.includes("APPROVE") && <TextField name="approvedYuan" label={t("case.approvedYuan")} hint={t("case.approvedHint")} inputMode="decimal" value={shown.claimedFen === null ? "" : plainYuan(shown.claimedFen)} />}
        <TextAreaField name="comment" label={t("case.comment")} hint={t("case.commentHint")} rows={3} />
        {steps.length > 0 && <div className="flex flex-wrap gap-3">{steps.map((action) => <SubmitButton key={action} name="action" value={action} look={looks[action] ?? "secondary"}>{t(`action.${action}`)}</SubmitButton>)}</div>}
        {shown.actions.includes("REQUEST_CORRECTION") && (
          <details className="mt-6"><summary className="inline-flex min-h-11 items-center font-semibold text-brand-700 underline">{t("action.REQUEST_CORRECTION")}</summary>
            <TextAreaField name="points" label={t("case.points")} hint={t("case.pointsHint")} rows={5} />
            <SubmitButton name="action" value="REQUEST_CORRECTION" look="secondary">{t("action.REQUEST_CORRECTION")}</SubmitButton>
          </details>
        )}
      </Form>
    </section>
  );
}
