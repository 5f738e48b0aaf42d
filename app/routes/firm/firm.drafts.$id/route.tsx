import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { readDiscarded } from "~/features/applications/use-cases/discard-draft.server";
import { draftAction, type DraftAnswer } from "./draft-form.server";
import { draftClosed, readDraft, readDraftClaim } from "~/features/applications/use-cases/read-draft.server";
import { isEditable } from "~/features/claims/domain/case-states";
import { claimLines } from "~/features/claims/domain/claim-lines";
import { prefilledCount } from "~/features/applications/domain/draft-progress";
import { ClaimNotice, ownCase } from "~/features/applications/ui/claim-notice";
import { AccountSection } from "~/features/applications/ui/account-section";
import { FactsSection } from "~/features/applications/ui/facts-section";
import { CommittedList, MaterialSection } from "~/features/applications/ui/material-section";
import { UndoDiscard } from "~/features/applications/ui/undo-discard";
import { factInputValue } from "~/features/policies/domain/fact-input";
import { itemName } from "~/features/policies/domain/item-name";
import { questionOf } from "~/features/policies/domain/question";
import { useLanguage, useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import { payeeIn } from "~/features/policies/domain/term-words";
import { languageOf } from "~/door/language.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, SubmitButton } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";
import { useHashFocus } from "~/ui/use-hash-focus";

export const handle = { access: "write:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("write:application:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const draft = await readDraft(deps, params["id"] ?? "", ownFirm(actor));
  if (!isEditable(draft.row.state)) throw redirect(`/firm/applications/${draft.row.id}`);
  const discarded = await readDiscarded(deps, ownFirm(actor), new URL(request.url).searchParams.get("discarded"));
  return {
    id: draft.row.id,
    itemId: draft.item.id,
    title: itemName(draft.item),
    state: draft.row.state,
    savedAt: draft.row.draftSavedAt,
    editor: context.random.uuid(),
    discarded: discarded && {
      id: discarded.id,
      itemId: discarded.itemId,
      title: discarded.title,
      until: discarded.until,
    },
    questions: draft.asked.map((definition) => ({
      ...questionOf(definition),
      value: factInputValue(draft.facts[definition.name], definition),
    })),
    prefilled: prefilledCount(draft.item, context.catalogue.registry.facts, draft.profile.facts),
    materials: draft.materials,
    committed: draft.committed,
    account: draft.account,
    beneficiary: payeeIn(draft.item, await languageOf(request)),
    pledged: draft.row.pledgedAt !== null,
    progress: draft.progress,
    closed: draftClosed(deps, draft),
    rewardedYear: draft.row.rewardedYear,
    claims: claimLines(await readDraftClaim(deps, draft)),
  };
});

export const action = guardedAction("write:application:own", async ({ request, params, context, actor }) => {
  const answer = await draftAction(await readUploadForm(request), context, actor, params["id"] ?? "", ownFirm(actor));
  return typeof answer === "string" ? redirect(answer) : answer;
});

export { loadsAnew as shouldRevalidate } from "~/ui/loads-anew";

export default function DraftPage() {
  const draft = useLoaderData<typeof loader>();
  const answer = useActionData<DraftAnswer>();
  const { t } = useWords(["applications", "common"]);
  const say = useSay();
  const language = useLanguage();
  const [parameters] = useSearchParams();
  const fromCheck = parameters.get("from") === "check";
  const formKey = useFormKey(answer?.stamp);
  useHashFocus();
  const errors = answer?.errors ?? {};
  const labels = Object.fromEntries([
    ...draft.questions.map((question) => [question.name, question[language]]),
    ...draft.materials.map((material, index) => [`file-${index}`, material.name]),
    ...["holder", "bankName", "number"].map((name) => [name, t(`account.${name}`)]),
    ["pledge", t("draft.sections.pledge")],
  ]);
  const check = draft.state === "draft" && (
    <Link to={`/firm/drafts/${draft.id}/check`} className="button button-primary">
      {t(fromCheck ? "draft.toCheck" : "draft.check")}
    </Link>
  );
  const back = draft.state === "correcting" && (
    <Link to={`/firm/applications/${draft.id}`} className="button button-primary">
      {t("draft.toCase")}
    </Link>
  );
  return (
    <>
      <PageTitle title={t("draft.title", { item: say(draft.title) })} lead={<Lead rewardedYear={draft.rewardedYear} />}>
        {check || back}
      </PageTitle>
      <UndoDiscard discarded={draft.discarded} />
      {parameters.get("draft") === "replaced" && <Alert tone="info">{t("overtaken.replaced")}</Alert>}
      {parameters.get("saved") === "restored" && <Alert tone="good">{t("undo.restored")}</Alert>}
      {fromCheck && <Alert tone="info">{t("draft.back")}</Alert>}
      {draft.closed && <Alert tone="bad">{t(`claims.${draft.closed.reason}`, { ...draft.closed })}</Alert>}
      <ClaimNotice lines={draft.claims} href={ownCase} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={errors} labels={labels} />
      <Section id="facts" progress={draft.progress.facts}>
        <FactsSection
          key={formKey}
          draft={draft}
          fromCheck={fromCheck}
          answer={answer && "conflicts" in answer ? answer : undefined}
        />
      </Section>
      <Section id="materials" progress={draft.progress.materials}>
        {draft.committed.length > 0 ? (
          <CommittedList names={draft.committed} />
        ) : (
          <MaterialSection materials={draft.materials} errors={errors} fromCheck={fromCheck} />
        )}
      </Section>
      <Section id="account" progress={draft.progress.account}>
        <AccountSection
          account={draft.account}
          beneficiary={draft.beneficiary}
          errors={answer?.errors}
          values={answer?.values}
          fromCheck={fromCheck}
        />
      </Section>
      <Section id="pledge" progress={draft.progress.pledge}>
        <Pledge committed={draft.committed} pledged={draft.pledged} fromCheck={fromCheck} error={errors["pledge"]} />
      </Section>
      <div className="flex flex-wrap gap-3">
        {check || back}
        {draft.state === "draft" && (
          <Link to={`/firm/apply/${draft.itemId}`} className="button button-quiet">
            {t("draft.anew")}
          </Link>
        )}
      </div>
    </>
  );
}

/** The questions are made anew when the person saved, so that they show what is stored now; an uploaded file leaves them alone. */
function useFormKey(stamp: string | undefined): string {
  const { search, key } = useLocation();
  const [formKey, setFormKey] = useState("first");
  const wanted = stamp ?? (new URLSearchParams(search).get("saved") === "facts" ? key : formKey);
  if (wanted !== formKey) setFormKey(wanted);
  return wanted;
}

function Section({
  id,
  progress,
  children,
}: {
  id: string;
  progress: { done: boolean; missing: string[] };
  children: ReactNode;
}) {
  const { t } = useWords("applications");
  return (
    <section id={id} className="card mb-6" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-3 flex flex-wrap items-center justify-between gap-2">
        {t(`draft.sections.${id}`)}
        <Tag tone={progress.done ? "good" : "warn"}>
          {progress.done ? t("draft.done") : t("draft.todo", { count: progress.missing.length })}
        </Tag>
      </h2>
      {children}
    </section>
  );
}

/** What the firm pledges, the papers it only promises among it. */
function Pledge({
  committed,
  pledged,
  fromCheck,
  error,
}: {
  committed: readonly string[];
  pledged: boolean;
  fromCheck: boolean;
  error?: string;
}) {
  const { t } = useWords(["applications", "common"]);
  return (
    <>
      <p className="mb-3">
        {t("pledge.text")}
        {committed.length > 0 && (
          <> {t("pledge.committed", { names: committed.join(t("listComma", { ns: "common" })) })}</>
        )}
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="pledge" />
        {fromCheck && <input type="hidden" name="back" value="check" />}
        <CheckField name="pledge" label={t("pledge.tick")} checked={pledged} error={error} />
        <SubmitButton look="secondary">{t("draft.save")}</SubmitButton>
      </Form>
    </>
  );
}

/** What year is applied for, where it is another one, and that nothing is lost. */
function Lead({ rewardedYear }: { rewardedYear: number | null }) {
  const { t } = useWords("applications");
  return (
    <>
      {rewardedYear !== null && t("draft.rewardedYear", { year: rewardedYear })}
      {t("draft.lead")}
    </>
  );
}
