import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { regionName } from "~/features/policies/domain/catalogue";
import { industryPath } from "~/features/enterprises/domain/industries";
import { reportingYear } from "~/features/enterprises/domain/profile";
import { deriveFacts } from "~/features/enterprises/domain/derived-facts";
import { readProfileGroups } from "~/features/enterprises/use-cases/read-profile-groups.server";
import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "read:profile:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:profile:own", async ({ request, context, actor }) => {
  const language = await languageOf(request);
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const { profile, groups } = await readProfileGroups(deps, ownFirm(actor), language);
  const { registry } = context.catalogue;
  const names = codeNames(registry, language);
  const { enterprise, facts } = profile;
  return {
    year: reportingYear(shanghaiDay(context.clock.now())),
    groups,
    codeState: enterprise.codeState,
    registration: {
      creditCode: enterprise.creditCode,
      name: enterprise.name,
      region: regionName(registry.regions, enterprise.regionCode, language) ?? enterprise.regionCode,
      industry: industryPath(registry.industries, enterprise.industryCode)
        .map((each) => (language === "en" && each.en) || each.name)
        .join(" › "),
      park: enterprise.park,
    },
    derived: Object.entries(deriveFacts(facts)).flatMap(([name, { value, how }]) => {
      const definition = registry.facts.get(name);
      return definition
        ? [
            {
              name,
              label: definition[language],
              value: factInWords(value, definition, language, names),
              how: how[language],
            },
          ]
        : [];
    }),
  };
});

export default function Profile() {
  const { codeState, groups, registration, derived, year } = useLoaderData<typeof loader>();
  const { t } = useWords("enterprises");
  const rows = (["creditCode", "name", "region", "industry", "park"] as const).map((key) => ({
    key,
    label: t(`profile.${key}`),
    value: registration[key] ?? "—",
  }));
  return (
    <>
      <PageTitle title={t("profile.title")} lead={t("profile.lead")} />
      {codeState === "toConfirm" && <Alert tone="warn">{t("profile.codeToConfirm")}</Alert>}
      {codeState === "refused" && <Alert tone="bad">{t("profile.codeRefused")}</Alert>}
      <section className="card mb-6">
        <h2>{t("profile.registration")}</h2>
        <SummaryList rows={rows} />
      </section>
      <ul className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map((group) => (
          <li key={group.key} className="card">
            <h2>
              <Link to={`/firm/profile/${group.key}`}>{group.label}</Link>
            </h2>
            <progress
              className="mt-2 h-2 w-full accent-brand-600"
              max={group.asked}
              value={group.known}
              aria-label={group.label}
            />
            <p className="text-sm text-muted">{t("profile.progress", group)}</p>
          </li>
        ))}
      </ul>
      <section className="card">
        <h2>
          {t("profile.derived")} · {t("profile.year", { year })}
        </h2>
        <p className="text-muted">{t("profile.derivedLead")}</p>
        <SummaryList
          rows={derived.map((fact) => ({
            key: fact.name,
            label: fact.label,
            value: (
              <>
                {fact.value}
                <p className="text-sm text-muted">{fact.how}</p>
              </>
            ),
          }))}
        />
      </section>
    </>
  );
}
