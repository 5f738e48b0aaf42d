import { readTroubleFilter } from "~/features/troubles/troubles.schema";
import { exportTroubles } from "~/features/troubles/use-cases/export-troubles.server";
import { languageOf } from "~/i18n/i18n.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/platform/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "resolve:trouble:department" } satisfies RouteHandle;

export const loader = guardedLoader("resolve:trouble:department", async ({ request, context, actor }) => {
  const language = await languageOf(request);
  const body = await perform(context, actor, (deps) =>
    exportTroubles({ ...deps, actor }, readTroubleFilter(new URL(request.url)), language),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="troubles-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
