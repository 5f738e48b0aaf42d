import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProvisionalMark, ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { messageAction } from "~/features/applications/use-cases/message-form.server";
import { readMessages } from "~/features/applications/use-cases/read-messages.server";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import { DocumentList } from "~/features/documents/ui/document-list";
import { listCaseDocuments } from "~/features/documents/use-cases/list-documents.server";
import { handleTrackForm, trackProblems } from "~/features/applications/use-cases/track-form.server";
import { AccountLine } from "~/features/applications/ui/account-line";
import { Correction, pointLabels } from "~/features/applications/ui/correction-form";
import { Exclusions } from "~/features/applications/ui/exclusions";
import { Recoveries } from "~/features/applications/ui/recoveries";
import { RefusalGround } from "~/features/applications/ui/refusal-ground";
import { useReturnWords } from "~/features/funds/ui/return-reason";
import { FirmSteps } from "~/features/applications/ui/firm-steps";
import { ObligationCard } from "~/features/redemption/ui/obligation-lines";
import { readCaseObligations } from "~/features/redemption/use-cases/read-obligations.server";
import { readOwnExclusions } from "~/features/redemption/use-cases/repair-credit.server";
import { SumLines } from "~/features/matching/ui/sum-lines";
import { CaseChanges } from "~/features/redemption/ui/case-changes";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { CaseTimeline } from "~/features/applications/ui/case-timeline";
import { ApplyAgain, WithdrawSection } from "~/features/applications/ui/withdraw-section";
import { Handlers } from "~/features/applications/ui/handlers";
import { MessageThread } from "~/features/applications/ui/message-thread";
import { StateTag } from "~/features/applications/ui/state-tag";
import { languageOf } from "~/i18n/i18n.server";
import { useSay } from "~/i18n/use-language";
import { formatYuan } from "~/kernel/money";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { ownFirm } from "~/platform/own-firm.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
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
  return {
    track,
    messages,
    obligations: await readCaseObligations(deps, track.id, language),
    exclusions: await readOwnExclusions(deps, ownFirm(actor)),
    documents: await listCaseDocuments(context.prisma, track.id, actor),
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
      return messageAction(context, actor, values, {
        applicationId: id,
        side: "firm",
        page: `/firm/applications/${id}`,
      });
    const own = { id, enterpriseId: ownFirm(actor) };
    const errors = await trackProblems({ tx: context.prisma }, own, values);
    if (Object.keys(errors).length > 0) return { errors, values };
    const key = Buffer.from(context.env.DATA_KEY, "base64");
    await perform(context, actor, (deps) => handleTrackForm({ ...deps, actor }, { ...own, key }, values));
    return redirect(`/firm/applications/${id}`);
  },
);

export default function Track() {
  const { track, messages, obligations, exclusions, documents, key, messageKey, mayWrite } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["applications", "redemption", "documents"]);
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
      <Figures track={track} />
      {track.beneficiary !== null && <p className="mb-2">{t("account.paidTo", { who: track.beneficiary })}</p>}
      {track.paidTo && <AccountLine account={track.paidTo} className="mb-6" />}
      <ProvisionalNote days={daysShown(track)} />
      <Exclusions exclusions={exclusions} mayWrite={mayWrite} />
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

/** What the case waits for that is nobody's work. */
function Pending({ track }: { track: Shown }) {
  const { t } = useTranslation("applications");
  const [publicity] = track.publicities;
  return (
    <>
      {publicity && !publicity.endedAt && (
        <Alert tone="info">
          {t("track.publicity", { from: publicity.startsOn, to: publicity.endsOn })}
          <ProvisionalMark day={publicity.endsOn} />
        </Alert>
      )}
      {track.disputed && (
        <Alert tone="warn" title={t("event.OBJECTION_RAISED")}>
          <p>{t("track.disputed")}</p>
        </Alert>
      )}
      {track.unfunded && (
        <Alert tone="warn" title={t("track.unfunded")}>
          <p>{t("track.unfundedText", { sum: formatYuan(track.approvedFen ?? 0n) })}</p>
        </Alert>
      )}
    </>
  );
}

/** How it ended, or what stands in the way. */
function Outcome({ track, mayWrite }: { track: Shown; mayWrite: boolean }) {
  const { t } = useTranslation(["applications", "funds"]);
  const [payment] = track.payments;
  return (
    <>
      {payment?.status === "returned" && (
        <Returned
          id={track.id}
          reason={payment.returnedReason}
          code={payment.returnedCode}
          asks={payment.needsAccount && mayWrite}
        />
      )}
      {payment?.status === "pending" && payment.needsAccount && (
        <Alert tone="warn">
          {t("account.missing", { ns: "funds" })}
          {mayWrite && (
            <>
              {" "}
              <Link to={`/firm/account/${track.id}`}>{t("account.open", { ns: "funds" })}</Link>
            </>
          )}
        </Alert>
      )}
      {track.rejectionReason && (
        <RefusalGround reason={track.rejectionReason} itemId={track.itemId} refusal={track.refusal} />
      )}
      {track.state === "withdrawn" && track.isListed && <Alert tone="info">{t("benefit.declined")}</Alert>}
      {track.state === "withdrawn" && !track.isListed && (
        <ApplyAgain id={track.id} itemId={track.itemId} mayWrite={mayWrite} />
      )}
    </>
  );
}

/** The way of the case: drawn, told, and proved. */
function Course({ track, mayWrite }: { track: Shown; mayWrite: boolean }) {
  const { t } = useTranslation(["applications", "redemption"]);
  const holders = track.tasks.map((task) => ({ who: task.department, dueOn: task.dueOn }));
  return (
    <div className="mb-6 grid items-start gap-6 lg:grid-cols-2">
      <section className="card">
        <h2 className="mb-4">{t("flow.title", { ns: "redemption" })}</h2>
        <WorkflowDiagram diagram={track.diagram} place={{ state: track.state, since: track.since, holders }} />
      </section>
      <section className="card">
        <h2 className="mb-4">{t("track.timeline")}</h2>
        <CaseTimeline
          transitions={track.transitions}
          open={track.tasks}
          moves={track.moves}
          accountHref={mayWrite ? `/firm/account/${track.id}` : undefined}
        />
        <p className="no-print mt-4">
          <a
            href={`/firm/applications/${track.id}/proof`}
            download
            className="inline-flex min-h-11 items-center underline"
          >
            {t("track.proof")}
          </a>{" "}
          <span className="text-sm text-muted">
            {t("track.proofHint")} <Link to="/audit-roots">{t("track.proofCheck")}</Link>
          </span>
        </p>
      </section>
    </div>
  );
}

function Returned({
  id,
  reason,
  code,
  asks,
}: {
  id: string;
  reason: string | null;
  code: string | null;
  asks: boolean;
}) {
  const { t } = useTranslation(["applications", "funds"]);
  const words = useReturnWords();
  return (
    <Alert tone="warn">
      {t("track.returned", { reason: words({ reason, code }) })}
      {asks && (
        <>
          {" "}
          <Link to={`/firm/account/${id}`}>{t("account.open", { ns: "funds" })}</Link>
        </>
      )}
    </Alert>
  );
}

type Track = ReturnType<typeof useLoaderData<typeof loader>>["track"];

/** What was asked, decided and promised. */
function Figures({ track }: { track: Track }) {
  const { t } = useTranslation("applications");
  const [payment] = track.payments;
  return (
    <StatTiles>
      {track.claimedFen !== null && <StatTile label={t("track.claimed")} value={<Money fen={track.claimedFen} />} />}
      {track.approvedFen !== null && (
        <StatTile
          label={t("track.approved")}
          value={<Money fen={track.approvedFen} />}
          hint={payment?.status === "paid" ? t("track.paid") : undefined}
        />
      )}
      {track.rewardedYear !== null && <StatTile label={t("rewardedYear")} value={track.rewardedYear} />}
      {track.promisedOn && <StatTile label={t("done.promised")} value={<TermDay day={track.promisedOn} />} />}
    </StatTiles>
  );
}
