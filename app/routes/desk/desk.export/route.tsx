import { readQueueFilter } from "~/features/redemption/redemption.schema";
import { exportQueue } from "~/features/redemption/use-cases/export-queue.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { speak } from "~/words/i18n.server";

export const handle = { access: "read:application:department" } satisfies RouteHandle;

export const loader = guardedFile("read:application:department", async ({ request, context, actor }) => {
  const speech = await speak(await languageOf(request));
  const body = await perform(context, actor, (deps) =>
    exportQueue({ ...deps, actor }, readQueueFilter(new URL(request.url)), speech),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="desk-${shanghaiDay(context.clock.now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
