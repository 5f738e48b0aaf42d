import type { IndustryEntry } from "~/features/enterprises/ui/use-industries";
import { languageOf } from "~/door/language.server";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

/** All of GB/T 4754-2017 as JSON: code, name and the code above, sections first. */
export const loader = guardedLoader("public", async ({ request, context }) => {
  const english = (await languageOf(request)) === "en";
  const entries = [...context.catalogue.registry.industries.values()].map(
    ({ code, name, en, parent }): IndustryEntry => [code, (english && en) || name, parent],
  );
  return Response.json(entries);
});

/** The standard doesn't change while a page is open. */
export const shouldRevalidate = () => false;
