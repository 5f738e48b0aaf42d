import { auditFilterOf } from "~/features/audit/audit.schema";
import { exportAudit } from "~/features/audit/use-cases/export-audit.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:audit:all" } satisfies RouteHandle;

export const loader = guardedFile("read:audit:all", async ({ request, context, actor }) => {
  const csv = await perform(context, actor, (deps) => exportAudit(deps, auditFilterOf(request.url)));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="audit.csv"',
      "Cache-Control": "no-store",
    },
  });
});
