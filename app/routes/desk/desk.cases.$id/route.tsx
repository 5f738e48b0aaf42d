import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { useMemo } from "react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { CaseTimeline } from "~/features/applications/ui/case-timeline";
import { ClaimNotice } from "~/features/applications/ui/claim-notice";
import { MessageThread } from "~/features/applications/ui/message-thread";
import { StateTag } from "~/features/applications/ui/state-tag";
import { DocumentList } from "~/features/documents/ui/document-list";
import { listCaseDocuments } from "~/features/documents/use-cases/list-documents.server";
import { messageAction } from "~/routes/firm/firm.applications.$id/message-form.server";
import { readMessages } from "~/features/applications/use-cases/read-messages.server";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { SumLines } from "~/features/matching/ui/sum-lines";
import { CaseChanges } from "~/features/redemption/ui/case-changes";
import { CaseEvidence } from "~/features/redemption/ui/case-evidence";
import { DisputeBanner } from "~/features/redemption/ui/dispute-banner";
import { OutdatedSum } from "~/features/redemption/ui/outdated-sum";
import { ReviewPanel } from "~/features/redemption/ui/review-panel";
import { ObligationCard } from "~/features/redemption/ui/obligation-lines";
import { InstalmentCard } from "~/features/redemption/ui/instalment-card";
import { readCaseInstalments } from "~/features/redemption/use-cases/read-instalments.server";
import { readCaseObligations } from "~/features/redemption/use-cases/read-obligations.server";
import { readDeskCase } from "~/features/redemption/use-cases/read-desk-case.server";
import { CaseSide, SeldomForms } from "~/features/redemption/ui/case-side";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { handleDeskForm } from "./desk-form.server";
import { TroubleNote } from "~/features/work/ui/trouble-note";
import { openTroubles } from "~/features/work/use-cases/read-troubles.server";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Shortcuts } from "~/ui/shortcuts";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("read:application:department", async ({ request, params, context, actor }) => {
  const language = await languageOf(request);
  const shown = await perform(context, actor, (deps) => readDeskCase({ ...deps, actor }, params["id"] ?? "", language));
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  // What the firm wrote is for those who may answer it: opened by anybody else it would count as seen.
  const mayTalk = shown.conflict === null && actor.permissions.has("review:application:department");
  const [messages, obligations, instalments, troubles, documents] = await Promise.all([
    mayTalk ? readMessages(deps, actor, { applicationId: shown.id, side: "department", language }) : null,
    readCaseObligations(deps, shown.id, language),
    readCaseInstalments(deps, shown.id, language),
    openTroubles({ tx: context.prisma, actor }, shown.id),
    listCaseDocuments(context.prisma, shown.id, actor),
  ]);
  return {
    shown,
    messages,
    obligations,
    instalments,
    troubles,
    documents,
    key: context.random.uuid(),
    messageKey: context.random.uuid(),
    recomputeKey: context.random.uuid(),
  };
});

export const action = guardedAction("read:application:department", async ({ request, params, context, actor }) => {
  const id = params["id"] ?? "";
  const values = await formValues(request);
  if (values["intent"] === "message")
    return (
      (await messageAction(context, actor, values, { applicationId: id, side: "department" })) ??
      redirect(`/desk/cases/${id}#messages`)
    );
  await perform(context, actor, (deps) => handleDeskForm({ ...deps, actor }, id, values));
  return redirect(`/desk/cases/${id}`);
});

export default function DeskCase() {
  const { shown, messages, obligations, instalments, troubles, documents, key, messageKey, recomputeKey } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useWords(["redemption", "documents"]);
  const say = useSay();
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () => [
      { key: "c", label: t("keys.comment"), run: () => document.getElementById("comment")?.focus() },
      { key: "m", label: t("keys.materials"), run: () => navigate("materials") },
      { key: "u", label: t("keys.toQueue"), run: () => navigate("/desk") },
    ],
    [navigate, t],
  );
  return (
    <>
      <PageTitle
        title={say(shown.item.title)}
        lead={
          <>
            {shown.firm.name} · {shown.number} <StateTag state={shown.state} />
          </>
        }
      />
      <RefusalAlert refusal={refusalOf(answered)} />
      <TroubleNote count={troubles} q={shown.number} />
      {shown.dispute && <DisputeBanner dispute={shown.dispute} />}
      {shown.unfunded && (
        <Alert tone="warn" title={t("case.unfunded")}>
          <p>{t("case.unfundedText")}</p>
        </Alert>
      )}
      <ClaimNotice
        lines={shown.claims}
        href={({ id }) => (shown.claims.some((line) => line.id === id && line.mayOpen) ? `/desk/cases/${id}` : null)}
      />
      <OutdatedSum shown={shown} idempotencyKey={recomputeKey} />
      <CaseTiles shown={shown} />
      <ProvisionalNote days={[shown.promisedOn, ...shown.tasks.map(({ dueOn }) => dueOn)]} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <Evidence shown={shown} />
        <div className="space-y-6">
          <ReviewPanel shown={shown} idempotencyKey={key} />
          <DocumentList
            title={t("list", { ns: "documents" })}
            documents={documents}
            none={t("none", { ns: "documents" })}
          />
          <InstalmentCard parts={instalments} />
          <ObligationCard obligations={obligations} />
          <CaseSide shown={shown} />
          <FlowCard shown={shown} />
          <SeldomForms shown={shown} idempotencyKey={key} />
          {messages && (
            <MessageThread
              caseId={shown.id}
              side="department"
              messages={messages}
              mayWrite
              idempotencyKey={messageKey}
              answer={answered && "errors" in answered ? answered : undefined}
            />
          )}
          <section className="card">
            <h2 className="mb-4">{t("case.history")}</h2>
            <CaseTimeline transitions={shown.transitions} open={shown.tasks} moves={shown.moves} />
          </section>
        </div>
      </div>
      <Shortcuts list={shortcuts} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["shown"];

function CaseTiles({ shown }: { shown: Shown }) {
  const { t } = useWords(["redemption", "applications"]);
  return (
    <StatTiles>
      <StatTile label={t("desk.sum")} value={shown.claimedFen === null ? "—" : <Money fen={shown.claimedFen} />} />
      {shown.approvedFen !== null && (
        <StatTile label={t("case.approvedYuan")} value={<Money fen={shown.approvedFen} />} />
      )}
      {shown.rewardedYear !== null && (
        <StatTile label={t("rewardedYear", { ns: "applications" })} value={shown.rewardedYear} />
      )}
      <StatTile label={t("case.promised")} value={shown.promisedOn ? <TermDay day={shown.promisedOn} /> : "—"} />
    </StatTiles>
  );
}

/** What the decision rests on: what a correction changed, the sum, the rule, the figures and papers. */
function Evidence({ shown }: { shown: Shown }) {
  const { t } = useWords("redemption");
  return (
    <div className="space-y-6">
      <CaseChanges corrections={shown.corrections} />
      <section className="card">
        <h2 className="mb-3">{t("sum.title")}</h2>
        <SumLines lines={shown.computation} />
        {shown.sumReason && <p className="mt-3">{t("sum.differs", { reason: shown.sumReason })}</p>}
      </section>
      <section className="card">
        <h2 className="mb-3">{t("case.evidence")}</h2>
        <ConditionTree node={shown.explanation} reader="official" />
      </section>
      <CaseEvidence
        figures={shown.figures}
        materials={shown.materials}
        held={shown.held}
        committed={shown.committed}
        account={shown.account}
        beneficiary={shown.beneficiary}
        check={shown.check}
        mayEstablish={shown.establishable.length > 0}
      />
    </div>
  );
}

/** The whole way of the case, and where it stands. */
function FlowCard({ shown }: { shown: Shown }) {
  const { t } = useWords("redemption");
  return (
    <section className="card">
      <h2 className="mb-4">{t("flow.title")}</h2>
      <WorkflowDiagram
        diagram={shown.diagram}
        place={{
          state: shown.state,
          since: shown.since,
          holders: shown.tasks.map((task) => ({ who: task.department, dueOn: task.dueOn })),
        }}
      />
    </section>
  );
}
