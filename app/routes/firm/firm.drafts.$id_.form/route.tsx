import { readDraft, readDraftClaim } from "~/features/applications/use-cases/read-draft.server";
import { previewApplication } from "~/features/documents/use-cases/preview-application.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "submit:application:own" } satisfies RouteHandle;

/** The application form of a draft as a file, marked as a draft. */
export const loader = guardedFile("submit:application:own", async ({ params, context, actor }) => {
  const firm = ownFirm(actor);
  return perform(context, actor, async (deps) => {
    const draft = await readDraft(deps, params["id"] ?? "", firm);
    const sum = (await readDraftClaim(deps, draft)).sum.fen;
    const bytes = await previewApplication({ ...deps, press: context.press }, draft, sum);
    return fileResponse({
      bytes,
      fileName: `申报表（草稿）${draft.item.title}.pdf`,
      mimeType: "application/pdf",
      inline: false,
    });
  });
});
