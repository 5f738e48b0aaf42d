import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { isStaffRole } from "~/features/identity/domain/duties";
import { staffRoles } from "~/access/permissions";
import { officeOptions } from "~/features/identity/ui/office-options";
import { OfficialTable } from "~/features/identity/ui/official-table";
import { countWithoutMail, readOfficials } from "~/features/identity/use-cases/read-officials.server";
import { useLanguage } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";

export const handle = { access: "manage:user:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:user:all", async ({ request, context }) => {
  const parameters = new URL(request.url).searchParams;
  const role = parameters.get("role") ?? "";
  const filter = {
    search: parameters.get("q")?.trim().slice(0, 60) ?? "",
    role: isStaffRole(role) ? role : null,
    departmentId: parameters.get("department") ?? "",
    withoutMail: parameters.get("mail") === "none",
  };
  const page = pageOf(request);
  const { registry } = context.catalogue;
  const { officials, ...list } = await readOfficials(context.prisma, filter, page);
  const departments = new Map(registry.departments.map((each) => [each.id, each]));
  const named = officials.map(
    ({ departmentId, regionCode, email: _email, version: _version, lockedUntil: _locked, ...row }) => {
      const department = departments.get(departmentId ?? "");
      const region = registry.regions.get(regionCode ?? "");
      return {
        ...row,
        department: department ? { zh: department.zh, en: department.en } : null,
        region: region ? { zh: region.zh, en: region.en } : null,
      };
    },
  );
  const missing = await countWithoutMail(context.prisma);
  return {
    officials: named,
    missing,
    ...list,
    page,
    filter,
    departments: officeOptions(context.catalogue).departments,
  };
});

export default function Users() {
  const { officials, missing, pages, page, filter, departments } = useLoaderData<typeof loader>();
  const { t } = useWords(["identity", "common"]);
  const language = useLanguage();
  const rows = officials.map((row) => ({
    ...row,
    department: row.department?.[language] ?? null,
    region: row.region?.[language] ?? null,
  }));
  return (
    <>
      <PageTitle title={t("users.title")} lead={t("users.lead")}>
        <Link to="/admin/users/new" className="button button-primary">
          {t("users.create")}
        </Link>
      </PageTitle>
      {missing > 0 && !filter.withoutMail && (
        <Alert tone="warn">
          {t("users.missingMail", { count: missing })} <Link to="?mail=none">{t("users.missingMailLink")}</Link>
        </Alert>
      )}
      <FilterBar active={Boolean(filter.search || filter.role || filter.departmentId || filter.withoutMail)}>
        <FilterSearch name="q" label={t("users.search")} value={filter.search} />
        <FilterSelect
          name="role"
          label={t("users.roles")}
          value={filter.role ?? ""}
          options={staffRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          all={t("all", { ns: "common" })}
        />
        <FilterSelect
          name="department"
          label={t("users.department")}
          value={filter.departmentId}
          options={departments.map((each) => ({ value: each.value, label: each[language] }))}
          all={t("all", { ns: "common" })}
        />
        <FilterSelect
          name="mail"
          label={t("users.mailFilter")}
          value={filter.withoutMail ? "none" : ""}
          options={[{ value: "none", label: t("users.withoutMail", { count: missing }) }]}
          all={t("all", { ns: "common" })}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t("users.none")} />
      ) : (
        <div className="card">
          <OfficialTable officials={rows} />
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
