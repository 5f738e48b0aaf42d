import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { checkItem } from "~/features/matching/use-cases/check-item.server";
import { clausesBeside } from "~/features/matching/domain/explain/clauses-beside";
import { explainItem } from "~/features/matching/use-cases/explain-item.server";
import { readItemHistory } from "~/features/matching/use-cases/read-item-history.server";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { ItemCheck } from "~/features/matching/ui/item-check";
import { amountLines } from "~/features/policies/domain/amount-words";
import { departmentName, phoneOf } from "~/features/policies/domain/department-name";
import { itemName, itemWords } from "~/features/policies/domain/item-name";
import { isOffered } from "~/features/policies/domain/offer";
import { holds, stateOn, termOf } from "~/features/policies/domain/validity";
import { isChosen } from "~/features/policies/domain/quota";
import { readQuotaNow } from "~/features/redemption/use-cases/hold-quota.server";
import { officeNameIn } from "~/features/policies/domain/offices";
import { termLines } from "~/features/policies/domain/term-words";
import { ClauseTable } from "~/features/policies/ui/clause-table";
import { ItemHistory } from "~/features/policies/ui/item-history";
import { ItemTerms } from "~/features/policies/ui/item-terms";
import { ValidityCard } from "~/features/policies/ui/validity-card";
import { maySee } from "~/features/validity/domain/office";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Chip } from "~/ui/tag";
import { SumCard, List, useDocumentRows } from "./item-parts";

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
    terms: termLines(
      item,
      today,
      language,
      await readQuotaNow({ tx: context.prisma, catalogue: context.catalogue }, published, yearOf(today)),
      registry.facts,
    ),
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
  const { t } = useWords(["policies", "common"]);
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
