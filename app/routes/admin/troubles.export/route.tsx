import { readTroubleFilter } from "~/features/work/troubles.schema";
import { exportTroubles } from "~/features/work/use-cases/export-troubles.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { speak } from "~/words/i18n.server";

export const handle = { access: "resolve:trouble:department" } satisfies RouteHandle;

export const loader = guardedFile("resolve:trouble:department", async ({ request, context, actor }) => {
  const speech = await speak(await languageOf(request));
  const body = await perform(context, actor, (deps) =>
    exportTroubles({ ...deps, actor }, readTroubleFilter(new URL(request.url)), speech),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="troubles-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
