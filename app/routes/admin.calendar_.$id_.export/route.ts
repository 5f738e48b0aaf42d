import { exportMoves } from "~/features/calendar/use-cases/export-moves.server";
import { languageOf } from "~/i18n/i18n.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/platform/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:calendar:all", async ({ request, params, context, actor }) => {
  const language = await languageOf(request);
  const body = await perform(context, actor, (deps) => exportMoves(deps, params["id"] ?? "", language));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="moved-terms-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
