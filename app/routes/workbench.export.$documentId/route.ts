import { documentFile } from "~/features/policies/domain/document-file";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

/** The rules/ file of a document as it is in force, to be put in the place its name says. */
export const loader = guardedLoader("write:policy:all", ({ params, context }) => {
  const file = documentFile(context.catalogue, params["documentId"] ?? "");
  if (!file) throw new Refusal("policies.not-found", 404);
  const name = file.name.split("/").at(-1) ?? "document.json";
  return new Response(file.text, { headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
});
