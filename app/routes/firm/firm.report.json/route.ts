import { exportReport } from "~/features/matching/use-cases/export-report.server";
import { languageOf } from "~/door/language.server";
import { guardedFile } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

/** The report as JSON; sums are fen as text, so that no reader rounds them. */
export const loader = guardedFile("read:match:own", async ({ request, context, actor }) => {
  const [firm, language] = [ownFirm(actor), await languageOf(request)];
  const report = await perform(context, actor, (deps) => exportReport(deps, firm, language));
  const body = JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
  const name = `report-${report.firm.creditCode}-${report.asOf}.json`;
  return new Response(`${body}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});
