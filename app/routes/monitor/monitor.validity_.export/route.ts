import { exportCoverage } from "~/features/validity/use-cases/export-coverage.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { speak } from "~/words/i18n.server";

export const handle = { access: "export:monitoring:all" } satisfies RouteHandle;

export const loader = guardedFile("export:monitoring:all", async ({ request, context, actor }) => {
  const speech = await speak(await languageOf(request));
  const body = await perform(context, actor, (deps) => exportCoverage({ ...deps, actor }, speech));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="validity-coverage-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
