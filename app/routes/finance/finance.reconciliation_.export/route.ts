import { exportReconciliation } from "~/features/treasury/use-cases/export-reconciliation.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { yearAsked } from "~/door/page-of.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedFile("read:payment:region", async ({ request, context, actor }) => {
  const language = await languageOf(request);
  const today = shanghaiDay(context.clock.now());
  const year = yearAsked(request, context.clock);
  const body = await perform(context, actor, (deps) => exportReconciliation({ ...deps, actor }, year, language));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="reconciliation-${year}-${today}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
