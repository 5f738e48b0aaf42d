import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { messageAction } from "~/features/applications/use-cases/message-form.server";
import { readMessages } from "~/features/applications/use-cases/read-messages.server";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import { DocumentList } from "~/features/documents/ui/document-list";
import { listCaseDocuments } from "~/features/documents/use-cases/list-documents.server";
import { handleTrackForm } from "~/features/applications/use-cases/track-form.server";
import { FirmSteps } from "~/features/applications/ui/firm-steps";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { CaseTimeline } from "~/features/applications/ui/case-timeline";
import { MessageThread } from "~/features/applications/ui/message-thread";
import { StateTag } from "~/features/applications/ui/state-tag";
import { languageOf } from "~/i18n/i18n.server";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { ownFirm } from "~/platform/own-firm.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const language = await languageOf(request);
  const track = await readTrack(deps, params["id"] ?? "", ownFirm(actor), language);
  if (track.state === "draft") throw redirect(`/firm/drafts/${track.id}`);
  const messages = await readMessages(deps, actor, { applicationId: track.id, side: "firm", language });
  return { track, messages, documents: await listCaseDocuments(context.prisma, track.id, actor), key: context.random.uuid(), messageKey: context.random.uuid(), mayWrite: actor.permissions.has("write:application:own") };
});

export const action = guardedAction("write:application:own", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const id = params["id"] ?? "";
  if (values["intent"] === "message") return messageAction(context, actor, values, { applicationId: id, side: "firm", page: `/firm/applications/${id}` });
  const key = Buffer.from(context.env.DATA_KEY, "base64");
  await perform(context, actor, (deps) => handleTrackForm({ ...deps, actor }, { id, enterpriseId: ownFirm(actor), key }, values));
  return redirect(`/firm/applications/${id}`);
});

export default function Track() {
  const { track, messages, documents, key, messageKey, mayWrite } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["applications", "funds", "redemption", "documents"]);
  const [parameters] = useSearchParams();
  const hidden = <><input type="hidden" name="idempotencyKey" value={key} /><input type="hidden" name="version" value={track.version} /></>;
  const [correction] = track.corrections;
  const [publicity] = track.publicities;
  const [payment] = track.payments;
  return (
    <>
      <PageTitle title={track.title} lead={<>{track.number} <StateTag state={track.state} /></>} />
      <RefusalAlert refusal={refusalOf(answered)} />
      {parameters.has("done") && <Alert tone="good" title={t("done.title")}><p>{t("done.number")} <strong>{track.number}</strong></p><p>{t("done.promised")} <strong>{track.promisedOn}</strong></p><p>{t("done.nextText")}</p></Alert>}
      <StatTiles>
        {track.claimedFen !== null && <StatTile label={t("track.claimed")} value={<Money fen={track.claimedFen} />} />}
        {track.approvedFen !== null && <StatTile label={t("track.approved")} value={<Money fen={track.approvedFen} />} hint={payment?.status === "paid" ? t("track.paid") : undefined} />}
        {track.promisedOn && <StatTile label={t("done.promised")} value={track.promisedOn} />}
      </StatTiles>
      {payment?.status === "returned" && <Alert tone="warn">{t("track.returned", { reason: payment.returnedReason ?? "" })}{payment.needsAccount && mayWrite && <> <Link to={`/firm/account/${track.id}`}>{t("account.open", { ns: "funds" })}</Link></>}</Alert>}
      {track.rejectionReason && <Alert tone="bad" title={t("track.rejected")}><p>{track.rejectionReason}</p><p>{t("track.remedies")}</p></Alert>}
      {publicity && !publicity.endedAt && <Alert tone="info">{t("track.publicity", { from: publicity.startsOn, to: publicity.endsOn })}</Alert>}
      {track.state === "correcting" && correction && (
        <section className="card mb-6">
          <h2>{t("track.correction", { day: correction.dueOn })}</h2>
          <ul className="my-3 list-disc pl-6">{correction.points.map((point) => <li key={point.about + point.text}>{point.about && <strong>{point.about}{t("colon", { ns: "common" })}</strong>}{point.text}</li>)}</ul>
          {mayWrite && (
            <>
              <Link to={`/firm/drafts/${track.id}`} className="button button-secondary">{t("track.edit")}</Link>
              <Form method="post" className="mt-4"><input type="hidden" name="intent" value="resubmit" />{hidden}<TextAreaField name="answer" label={t("track.answer")} /><SubmitButton>{t("track.resubmit")}</SubmitButton></Form>
            </>
          )}
        </section>
      )}
      {mayWrite && <FirmSteps track={track} idempotencyKey={key} />}
      {track.tasks.length > 0 && <Handlers tasks={track.tasks} />}
      <DocumentList title={t("list", { ns: "documents" })} documents={documents} none={t("none", { ns: "documents" })} />
      <section className="card mb-6"><h2 className="mb-4">{t("flow.title", { ns: "redemption" })}</h2><WorkflowDiagram diagram={track.diagram} place={{ state: track.state, since: track.since, holders: track.tasks.map((task) => ({ who: task.department, dueOn: task.dueOn })) }} /></section>
      <section className="card mb-6"><h2 className="mb-4">{t("track.timeline")}</h2><CaseTimeline transitions={track.transitions} open={track.tasks} /></section>
      <MessageThread caseId={track.id} side="firm" messages={messages} mayWrite={mayWrite} idempotencyKey={messageKey} answer={answered && "errors" in answered ? answered : undefined} />
      {mayWrite && track.may.withdraw && (
        <details className="card"><summary className="inline-flex min-h-11 items-center font-semibold">{t("track.withdraw")}</summary><p className="my-2">{t("track.withdrawConfirm")}</p><Form method="post"><input type="hidden" name="intent" value="withdraw" />{hidden}<SubmitButton look="danger">{t("track.withdraw")}</SubmitButton></Form></details>
      )}
    </>
  );
}

function Handlers({ tasks }: { tasks: { stage: string; department: string; dueOn: string; daysLeft: number }[] }) {
  const { t } = useTranslation("applications");
  return (
    <section className="card mb-6">
      <h2 className="mb-2">{t("track.handler")}</h2>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.stage + task.department} className="flex flex-wrap justify-between gap-2 py-2">
            <span><strong>{task.department}</strong> · {t(`stage.${task.stage}`)}</span>
            <span className="text-muted">{t("track.due", { day: task.dueOn })}，{task.daysLeft >= 0 ? t("track.left", { count: task.daysLeft }) : t("track.overdue", { count: -task.daysLeft })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
