import { readDocumentFile } from "~/features/documents/use-cases/read-document-file.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "signedIn" } satisfies RouteHandle;

/** An issued document, to the firm it belongs to, officials whose office has or had the case, and auditors. */
export const loader = guardedFile("signedIn", async ({ params, context, actor }) => {
  const file = await perform(context, actor, (deps) =>
    readDocumentFile({ ...deps, actor, storage: context.storage }, params["id"] ?? ""),
  );
  return fileResponse({ ...file, mimeType: "application/pdf", inline: false });
});
