import { exportCoverage } from "~/features/validity/use-cases/export-coverage.server";
import { languageOf } from "~/i18n/i18n.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/platform/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "export:monitoring:all" } satisfies RouteHandle;

export const loader = guardedLoader("export:monitoring:all", async ({ request, context, actor }) => {
  const language = await languageOf(request);
  const body = await perform(context, actor, (deps) => exportCoverage({ ...deps, actor }, language));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="validity-coverage-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
