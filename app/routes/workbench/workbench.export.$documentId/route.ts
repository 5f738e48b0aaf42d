import { exportDocument } from "~/features/policies/use-cases/export-document.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

/** The rules/ file of a document as it is in force, to be put in the place its name says. */
export const loader = guardedFile("write:policy:all", async ({ params, context, actor }) => {
  const file = await perform(context, actor, (deps) => exportDocument(deps, params["documentId"] ?? ""));
  const name = file.name.split("/").at(-1) ?? "document.json";
  return new Response(file.text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});
