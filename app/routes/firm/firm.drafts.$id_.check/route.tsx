import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useWords } from "~/i18n/use-words";
import { deedNames } from "~/features/claims/domain/deed";
import { CommittedList } from "~/features/applications/ui/material-section";
import { maskedAccount } from "~/kernel/bank-account";
import { isEditable } from "~/features/claims/domain/case-states";
import { changeLink, originOf } from "~/features/applications/domain/change-link";
import { claimLines } from "~/features/claims/domain/claim-lines";
import { ClaimNotice, ownCase } from "~/features/applications/ui/claim-notice";
import { draftClosed, readDraft, readDraftClaim } from "~/features/applications/use-cases/read-draft.server";
import { submitApplication } from "~/features/applications/use-cases/submit-application.server";
import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import { itemName } from "~/features/policies/domain/item-name";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "submit:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("submit:application:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const draft = await readDraft(deps, params["id"] ?? "", ownFirm(actor));
  if (draft.row.state !== "draft")
    throw redirect(isEditable(draft.row.state) ? `/firm/drafts/${draft.row.id}` : `/firm/applications/${draft.row.id}`);
  const language = await languageOf(request);
  const claim = await readDraftClaim(deps, draft);
  const { facts: definitions } = context.catalogue.registry;
  const asked = new Set(draft.asked.map((definition) => definition.name));
  const names = codeNames(context.catalogue.registry, language);
  return {
    id: draft.row.id,
    title: itemName(draft.item),
    key: context.random.uuid(),
    complete: Object.values(draft.progress).every((part) => part.done),
    sum: claim.sum.fen,
    claims: claimLines(claim),
    closed: draftClosed(deps, draft),
    facts: [...deedNames.filter((name) => asked.has(name)), ...factsOfItem(draft.item)].flatMap((name) => {
      const definition = definitions.get(name);
      if (!definition) return [];
      const origin = originOf(definition, asked);
      return [
        {
          name,
          label: definition[language],
          value: factInWords(draft.facts[name], definition, language, names),
          origin,
          change: changeLink(definition, origin, draft.row.id),
        },
      ];
    }),
    materials: draft.materials,
    committed: draft.committed,
    account: draft.account,
    pledged: draft.row.pledgedAt !== null,
  };
});

export const action = guardedAction("submit:application:own", async ({ request, params, context, actor }) => {
  const { idempotencyKey = "", account } = await formValues(request);
  const id = params["id"] ?? "";
  await perform(context, actor, async (deps) =>
    submitApplication(deps, await readDraft(deps, id, ownFirm(actor)), idempotencyKey, account),
  );
  return redirect(`/firm/applications/${id}/done`);
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CheckAnswers() {
  const draft = useLoaderData<typeof loader>();
  const { t } = useWords(["applications", "common"]);
  const say = useSay();
  const rows = useRows(draft);
  return (
    <>
      <PageTitle title={t("check.title")} lead={say(draft.title)}>
        <a href={`/firm/drafts/${draft.id}/form`} download className="button button-secondary">
          {t("draftForm", { ns: "documents" })}
        </a>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {draft.closed && <Alert tone="bad">{t(`claims.${draft.closed.reason}`, { ...draft.closed })}</Alert>}
      <ClaimNotice lines={draft.claims} href={ownCase} />
      {!draft.complete && <Alert tone="warn">{t("check.incomplete")}</Alert>}
      <div className="card mb-6">
        <SummaryList rows={rows} />
      </div>
      {draft.closed ? null : draft.complete ? (
        <Form method="post">
          <input type="hidden" name="idempotencyKey" value={draft.key} />
          <input type="hidden" name="account" value={draft.account?.id ?? ""} />
          <SubmitButton>{t("check.submit")}</SubmitButton>
        </Form>
      ) : (
        <Link to={`/firm/drafts/${draft.id}`} className="button button-primary">
          {t("list.continue")}
        </Link>
      )}
    </>
  );
}

/** Every answer with where it comes from and the place to change it. */
function useRows(draft: Shown): ComponentProps<typeof SummaryList>["rows"] {
  const { t } = useWords(["applications", "common"]);
  const edit = (part: string) => `/firm/drafts/${draft.id}?from=check#${part}`;
  const origins = {
    profile: t("check.fromProfile"),
    registration: t("check.registration"),
    derived: t("check.derived"),
    application: null,
  };
  return [
    {
      key: "sum",
      label: t("check.sum"),
      value:
        draft.sum === null ? (
          "—"
        ) : (
          <strong>
            <Money fen={draft.sum} />
          </strong>
        ),
    },
    ...draft.facts.map((fact) => ({
      key: fact.name,
      label: fact.label,
      value: (
        <>
          {fact.value} {origins[fact.origin] && <span className="text-sm text-muted">{origins[fact.origin]}</span>}
        </>
      ),
      change: fact.change ?? undefined,
    })),
    {
      key: "materials",
      label: t("check.materials"),
      value:
        draft.committed.length > 0 ? (
          <CommittedList names={draft.committed} />
        ) : (
          <ul>
            {draft.materials.map((material) => (
              <li key={material.name}>
                {material.name}
                {t("colon", { ns: "common" })}
                {material.files.map((file) => file.fileName).join(t("listComma", { ns: "common" })) ||
                  t(`materials.${material.state}`)}
              </li>
            ))}
          </ul>
        ),
      change: edit("materials"),
    },
    {
      key: "account",
      label: t("check.account"),
      value: draft.account
        ? `${draft.account.holder} ${draft.account.bankName} ${maskedAccount(draft.account.lastFour)}`
        : "—",
      change: edit("account"),
    },
    {
      key: "pledge",
      label: t("check.pledge"),
      value: t(draft.pledged ? "check.pledged" : "check.notPledged"),
      change: edit("pledge"),
    },
  ];
}
