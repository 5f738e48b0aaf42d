import { readCaseFilter } from "~/features/monitoring/monitoring.schema";
import { exportCases, exportFormats, type ExportFormat } from "~/features/monitoring/use-cases/export-cases.server";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "export:monitoring:all" } satisfies RouteHandle;

const types: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const loader = guardedFile("export:monitoring:all", async ({ request, context, actor }) => {
  const url = new URL(request.url);
  const format = exportFormats.find((each) => each === url.searchParams.get("format")) ?? "csv";
  const language = await languageOf(request);
  const body = await perform(context, actor, (deps) => exportCases(deps, readCaseFilter(url), format, language));
  const name = `applications-${shanghaiDay(context.clock.now())}.${format}`;
  return new Response(body, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});
