import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { checkItem } from "~/features/matching/use-cases/check-item.server";
import { clausesBeside } from "~/features/matching/domain/clauses-beside";
import { explainItem } from "~/features/matching/use-cases/explain-item.server";
import { readItemHistory } from "~/features/matching/use-cases/read-item-history.server";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { ItemCheck } from "~/features/matching/ui/item-check";
import { amountLines } from "~/features/policies/domain/amount-words";
import { hasClaimSpan, type ClaimTerms } from "~/features/policies/domain/claim-span";
import { departmentName, phoneOf } from "~/features/policies/domain/department-name";
import { itemName, itemWords } from "~/features/policies/domain/item-name";
import { isOffered } from "~/features/policies/domain/offer";
import { holds, stateOn, termOf } from "~/features/policies/domain/validity";
import { isChosen } from "~/features/policies/domain/quota";
import { readQuotaLeft } from "~/features/redemption/use-cases/hold-quota.server";
import { officeNameIn } from "~/features/documents/domain/offices";
import { termLines } from "~/features/policies/domain/term-words";
import { ClauseTable } from "~/features/policies/ui/clause-table";
import { ItemHistory } from "~/features/policies/ui/item-history";
import { ItemTerms } from "~/features/policies/ui/item-terms";
import { AmountRule } from "~/features/policies/ui/amount-rule";
import { ValidityCard } from "~/features/policies/ui/validity-card";
import { maySee } from "~/features/validity/domain/office";
import { languageOf } from "~/i18n/i18n.server";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Chip } from "~/ui/tag";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ request, params, context, actor }) => {
  const published = context.catalogue.byId.get(params["itemId"] ?? "");
  if (!published) throw new Refusal("policies.not-found", 404);
  const { item, redemption } = published;
  const language = await languageOf(request);
  const today = shanghaiDay(context.clock.now());
  const { conditions: _, ...shown } = item;
  const term = termOf(item);
  const { registry } = context.catalogue;
  const office = { departmentId: redemption.leadDepartmentId, regionCode: item.region };
  return {
    title: itemName(item),
    summary: itemWords(item),
    theme: { zh: item.theme, en: registry.themes.find(({ zh }) => zh === item.theme)?.en ?? item.theme },
    item: {
      ...shown,
      amount: { upTo: item.amount.upTo || isChosen(item), rateUnknown: item.amount.rateUnknown === true },
    },
    conditions: explainItem(context.catalogue, item.id, {}, today, language),
    amount: amountLines(item.amount, { facts: context.catalogue.registry.facts, language }),
    terms: termLines(item, today, language, await readQuotaLeft({ tx: context.prisma }, published, yearOf(today))),
    check: checkItem(context.catalogue, item, new URL(request.url).searchParams, today, language),
    clauses: clausesBeside(item, registry, language),
    versions: await readItemHistory({ tx: context.prisma, catalogue: context.catalogue }, item.id, language),
    offices: {
      office: departmentName(registry, item),
      coOffices: item.coDepartments.map((name) => departmentName(registry, item, name)),
      phone: phoneOf(registry, item, redemption.leadDepartmentId),
    },
    version: { number: published.number, hash: published.contentHash.slice(0, 12) },
    days: redemption.promisedWorkingDays,
    state: stateOn(item, today),
    term,
    office: officeNameIn(registry, office, language),
    documentId:
      actor?.permissions.has("read:policy:all") && maySee(actor, [office], registry.regions)
        ? registry.documentIdOf(item.id)
        : null,
    offered: isOffered(item, today),
    mayApply: actor?.enterpriseId !== null && actor !== null,
    signedIn: actor !== null,
  };
});

export default function Policy() {
  const page = useLoaderData<typeof loader>();
  const { item, conditions, amount, check, version, days, state, term, offered, mayApply, signedIn } = page;
  const { t } = useTranslation(["policies", "common"]);
  const say = useSay();
  return (
    <>
      <PageTitle title={say(page.title)} lead={say(page.summary)}>
        {mayApply && (
          <Link to={`/firm/matches/${item.id}`} className="button button-primary">
            {t("item.check")}
          </Link>
        )}
        {!mayApply && (
          <a href="#check" className="button button-primary">
            {t("item.check")}
          </a>
        )}
        {!signedIn && offered && (
          <Link to={`/sign-in?back=/firm/matches/${item.id}`} className="button button-secondary">
            {t("item.signIn")}
          </Link>
        )}
      </PageTitle>
      {item.document.demo && <Alert tone="info">{t("validity.demoText")}</Alert>}
      {!holds(state) && <Alert tone="warn">{t(`validity.said.${state}`, { day: term.from })}</Alert>}
      <p className="mb-4 flex flex-wrap gap-2">
        <Chip>{t(`level.${item.level}`, { ns: "common" })}</Chip>
        <Chip>{say(page.theme)}</Chip>
        <Chip>{t(`support.${item.support}`, { ns: "common" })}</Chip>
        <Chip>{t(`mode.${item.mode}`)}</Chip>
      </p>
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-6">
          <section className="card">
            <h2 className="mb-3">{t("item.conditions")}</h2>
            {conditions && <ConditionTree node={conditions} reader="nobody" />}
          </section>
          <SumCard {...item.amount} lines={amount} isExclusive={item.exclusiveGroup !== null} />
          <ClauseTable {...page.clauses} />
          <ItemTerms lines={page.terms} />
          <ItemCheck itemId={item.id} region={item.region} check={check} />
          <section className="card">
            <h2 className="mb-3">{t("item.materials")}</h2>
            <List rows={item.materials} empty={t("item.noMaterials")} />
          </section>
          <section className="card">
            <h2 className="mb-3">{t("item.steps")}</h2>
            <ol className="list-decimal pl-6">
              {item.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
          {item.notes && (
            <section className="card">
              <h2 className="mb-3">{t("item.notes")}</h2>
              <p>{item.notes}</p>
            </section>
          )}
        </div>
        <aside className="h-fit space-y-6">
          <ValidityCard state={state} validity={term.validity} lastDay={term.until} office={page.office} />
          {page.documentId && (
            <p>
              <Link to={`/validity/documents/${page.documentId}`}>{t("validity.file")}</Link>
            </p>
          )}
          <section className="card">
            <h2>{t("item.document")}</h2>
            <SummaryList rows={useDocumentRows(item, term, { days, ...page.offices })} stacked />
            <p className="mt-3 text-xs text-muted">{t("item.version", version)}</p>
          </section>
          <ItemHistory versions={page.versions} />
        </aside>
      </div>
    </>
  );
}

type Sum = {
  lines: ReturnType<typeof useLoaderData<typeof loader>>["amount"];
  upTo: boolean;
  rateUnknown: boolean;
  isExclusive: boolean;
};

function SumCard({ lines, upTo, rateUnknown, isExclusive }: Sum) {
  const { t } = useTranslation("policies");
  return (
    <section className="card">
      <h2 className="mb-3">{t("item.amount")}</h2>
      <AmountRule lines={lines} />
      {upTo && <p className="mt-2 text-muted">{t(rateUnknown ? "item.rateUnknown" : "item.upTo")}</p>}
      {isExclusive && <p className="mt-2 text-muted">{t("item.group")}</p>}
    </section>
  );
}

type Item = {
  document: {
    demo?: true;
    title: string;
    issuer: string;
    number: string | null;
    issuedOn: string | null;
  };
  window: { opens: string | null; closes: string | null } | null;
  claimFrom?: ClaimTerms["claimFrom"];
  claimTo?: ClaimTerms["claimTo"];
  department: string;
  coDepartments: string[];
  mode: string;
  source: { quality: "official" | "republished" | "agent" };
};

type Shown = { days: number; office: Bilingual; coOffices: Bilingual[]; phone: string | null };

function useDocumentRows(
  item: Item,
  term: { from: string | null; until: string | null },
  { days, office, coOffices, phone }: Shown,
) {
  const say = useSay();
  const { t } = useTranslation("policies");
  const { document, window } = item;
  const hasSpan = hasClaimSpan(item);
  return [
    { key: "title", label: t("item.document"), value: document.title },
    { key: "issuer", label: t("item.issuer"), value: document.issuer },
    ...(document.number ? [{ key: "number", label: t("item.number"), value: document.number }] : []),
    ...(document.issuedOn ? [{ key: "issued", label: t("item.issuedOn"), value: document.issuedOn }] : []),
    {
      key: "valid",
      label: t("item.valid"),
      value: `${term.from ?? document.issuedOn ?? ""} – ${term.until ?? t("item.openEnd")}`,
    },
    {
      key: "window",
      label: t("item.window"),
      value: window
        ? `${window.opens ?? "01-01"} – ${window.closes ?? "12-31"}`
        : t(hasSpan ? "item.byYear" : "item.always"),
    },
    { key: "department", label: t("item.department"), value: say(office) },
    { key: "phone", label: t("item.phone"), value: phone ?? t("item.noPhone") },
    ...(coOffices.length > 0
      ? [
          {
            key: "co",
            label: t("item.coDepartments"),
            value: coOffices.map(say).join(t("listComma", { ns: "common" })),
          },
        ]
      : []),
    { key: "days", label: t("item.days"), value: t("item.workingDays", { count: days }) },
    { key: "source", label: t("item.source"), value: t(`item.sourceQuality.${item.source.quality}`) },
  ];
}

function List({ rows, empty }: { rows: string[]; empty: string }) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <ul className="list-disc pl-6">
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}
