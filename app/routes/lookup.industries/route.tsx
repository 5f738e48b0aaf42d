import { industryPath, searchIndustries } from "~/features/enterprises/domain/industries";
import { languageOf } from "~/i18n/i18n.server";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ request, context }) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const { industries } = context.catalogue.registry;
  const english = (await languageOf(request)) === "en";
  return searchIndustries(industries, typed.slice(0, 40), 20).map(({ code }) => ({
    code,
    label: industryPath(industries, code).slice(1).map((each) => (english && each.en) || each.name).join(" › "),
  }));
});
