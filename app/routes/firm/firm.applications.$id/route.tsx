import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote } from "~/features/calendar/ui/term-day";
import { messageAction } from "./message-form.server";
import { readMessages } from "~/features/applications/use-cases/read-messages.server";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import { DocumentList } from "~/features/documents/ui/document-list";
import { listCaseDocuments } from "~/features/documents/use-cases/list-documents.server";
import { handleTrackForm, trackProblems } from "./track-form.server";
import { AccountLine } from "~/features/applications/ui/account-line";
import { Correction, pointLabels } from "~/features/applications/ui/correction-form";
import { Exclusions } from "~/features/applications/ui/exclusions";
import { Recoveries } from "~/features/applications/ui/recoveries";
import { FirmSteps } from "~/features/applications/ui/firm-steps";
import { ObligationCard } from "~/features/redemption/ui/obligation-lines";
import { InstalmentCard } from "~/features/redemption/ui/instalment-card";
import { readCaseInstalments } from "~/features/redemption/use-cases/read-instalments.server";
import { readCaseObligations } from "~/features/redemption/use-cases/read-obligations.server";
import { readOwnExclusions } from "~/features/redemption/use-cases/repair-credit.server";
import { SumLines } from "~/features/matching/ui/sum-lines";
import { CaseChanges } from "~/features/redemption/ui/case-changes";
import { WithdrawSection } from "~/features/applications/ui/withdraw-section";
import { Handlers } from "~/features/applications/ui/handlers";
import { MessageThread } from "~/features/applications/ui/message-thread";
import { StateTag } from "~/features/applications/ui/state-tag";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Pending, Outcome, Course, Figures } from "./track-parts";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const language = await languageOf(request);
  const track = await readTrack(deps, params["id"] ?? "", ownFirm(actor), language);
  if (track.state === "draft") throw redirect(`/firm/drafts/${track.id}`);
  const [messages, obligations, instalments, exclusions, documents] = await Promise.all([
    readMessages(deps, actor, { applicationId: track.id, side: "firm", language }),
    readCaseObligations(deps, track.id, language),
    readCaseInstalments(deps, track.id, language),
    readOwnExclusions(deps, ownFirm(actor)),
    listCaseDocuments(context.prisma, track.id, actor),
  ]);
  return {
    track,
    messages,
    obligations,
    instalments,
    exclusions,
    documents,
    key: context.random.uuid(),
    messageKey: context.random.uuid(),
    mayWrite: actor.permissions.has("write:application:own"),
  };
});

export const action = guardedAction(
  "write:application:own",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const id = params["id"] ?? "";
    if (values["intent"] === "message")
      return (
        (await messageAction(context, actor, values, { applicationId: id, side: "firm" })) ??
        redirect(`/firm/applications/${id}#messages`)
      );
    const own = { id, enterpriseId: ownFirm(actor) };
    const errors = await trackProblems({ tx: context.prisma }, own, values);
    if (Object.keys(errors).length > 0) return { errors, values };
    const key = Buffer.from(context.env.DATA_KEY, "base64");
    await perform(context, actor, (deps) => handleTrackForm({ ...deps, actor }, { ...own, key }, values));
    return redirect(`/firm/applications/${id}`);
  },
);

export default function Track() {
  const { track, messages, obligations, instalments, exclusions, documents, key, messageKey, mayWrite } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useWords(["applications", "redemption", "documents"]);
  const say = useSay();
  const answer = answered && "errors" in answered ? answered : undefined;
  const errors = answer?.errors ?? {};
  const hidden = (
    <>
      <input type="hidden" name="idempotencyKey" value={key} />
      <input type="hidden" name="version" value={track.version} />
    </>
  );
  return (
    <>
      <PageTitle
        title={say(track.title)}
        lead={
          <>
            {track.number} <StateTag state={track.state} />
          </>
        }
      />
      {useSearchParams()[0].get("draft") === "submitted" && <Alert tone="info">{t("overtaken.submitted")}</Alert>}
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary
        errors={errors}
        labels={{
          confirmed: t("track.withdraw"),
          message: t("message.toDepartment"),
          answer: t("track.answer"),
          ...Object.fromEntries(pointLabels(track.correction?.points ?? [], t)),
        }}
      />
      <Figures track={track} parts={instalments} />
      {track.beneficiary !== null && <p className="mb-2">{t("account.paidTo", { who: track.beneficiary })}</p>}
      {track.paidTo && <AccountLine account={track.paidTo} className="mb-6" />}
      <ProvisionalNote days={daysShown(track)} />
      <Exclusions exclusions={exclusions} mayWrite={mayWrite} />
      <InstalmentCard parts={instalments} className="mb-6" />
      <ObligationCard obligations={obligations} className="mb-6" />
      <Recoveries recoveries={track.recoveries} />
      <Outcome track={track} mayWrite={mayWrite} />
      <Pending track={track} />
      {track.state === "correcting" && track.correction && (
        <Correction id={track.id} notice={track.correction} mayWrite={mayWrite} hidden={hidden} answer={answer} />
      )}
      <CaseChanges corrections={track.corrections} />
      {track.computation.length > 0 && track.nature !== "nonCash" && (
        <section className="card mb-6">
          <h2 className="mb-3">{t("sum.title", { ns: "redemption" })}</h2>
          <SumLines lines={track.computation} />
          {track.sumReason && <p className="mt-3">{t("sum.differs", { ns: "redemption", reason: track.sumReason })}</p>}
        </section>
      )}
      {mayWrite && <FirmSteps track={track} idempotencyKey={key} />}
      <Handlers title={t("track.handler")} tasks={track.tasks} />
      <DocumentList
        title={t("list", { ns: "documents" })}
        documents={documents}
        none={t("none", { ns: "documents" })}
      />
      <Course track={track} mayWrite={mayWrite} />
      <MessageThread
        caseId={track.id}
        side="firm"
        messages={messages}
        mayWrite={mayWrite}
        idempotencyKey={messageKey}
        answer={answer}
      />
      {mayWrite && track.may.withdraw && <WithdrawSection hidden={hidden} error={errors["confirmed"]} />}
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["track"];

/** The days of terms that the page shows. */
function daysShown({ promisedOn, correction, publicities, tasks, recoveries }: Shown): (string | null)[] {
  const running = publicities.filter(({ endedAt }) => endedAt === null).map(({ endsOn }) => endsOn);
  const due = [...tasks, ...recoveries].map(({ dueOn }) => dueOn);
  return [promisedOn, correction?.dueOn ?? null, ...running, ...due];
}
