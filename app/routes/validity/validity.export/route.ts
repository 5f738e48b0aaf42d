import { exportWorklist } from "~/features/validity/use-cases/export-worklist.server";
import { readWorkFilter } from "~/features/validity/validity.schema";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { speak } from "~/words/i18n.server";

export const handle = { access: "read:policy:all" } satisfies RouteHandle;

export const loader = guardedFile("read:policy:all", async ({ request, context, actor }) => {
  const speech = await speak(await languageOf(request));
  const filter = readWorkFilter(new URL(request.url));
  const body = await perform(context, actor, (deps) => exportWorklist({ ...deps, actor }, filter, speech));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="validity-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
