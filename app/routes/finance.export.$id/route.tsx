import { batchCsv } from "~/features/funds/use-cases/export-batch.server";
import { guardedLoader } from "~/platform/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "manage:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("manage:payment:region", async ({ params, context, actor }) => {
  const key = Buffer.from(context.env.DATA_KEY, "base64");
  const { name, text } = await perform(context, actor, (deps) => batchCsv({ ...deps, actor }, params["id"] ?? "", key));
  return new Response(text, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" },
  });
});
