import { readRecoveryFilter } from "~/features/treasury/treasury.schema";
import { exportRecoveries } from "~/features/treasury/use-cases/export-recoveries.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedFile("read:payment:region", async ({ request, context, actor }) => {
  const language = await languageOf(request);
  const filter = readRecoveryFilter(new URL(request.url));
  const body = await perform(context, actor, (deps) => exportRecoveries({ ...deps, actor }, filter, language));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="recoveries-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
