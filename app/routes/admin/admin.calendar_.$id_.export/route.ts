import { terms } from "~/contexts.server";
import { exportMoves } from "~/features/calendar/use-cases/export-moves.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { speak } from "~/words/i18n.server";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedFile("manage:calendar:all", async ({ request, params, context, actor }) => {
  const speech = await speak(await languageOf(request));
  const body = await perform(context, actor, (deps) => exportMoves({ ...deps, terms }, params["id"] ?? "", speech));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="moved-terms-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
