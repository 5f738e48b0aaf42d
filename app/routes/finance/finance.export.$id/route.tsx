import { exportBatch } from "~/features/treasury/use-cases/export-batch.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "manage:payment:region" } satisfies RouteHandle;

export const loader = guardedFile("manage:payment:region", async ({ request, params, context, actor }) => {
  const key = Buffer.from(context.env.DATA_KEY, "base64");
  const asked = new URL(request.url).searchParams.get("format");
  const format = asked === "xml" || asked === "csv" ? asked : "xlsx";
  const { name, type, content } = await perform(context, actor, (deps) =>
    exportBatch({ ...deps, actor }, params["id"] ?? "", format, key),
  );
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
});
