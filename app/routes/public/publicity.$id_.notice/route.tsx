import { readPublicNotice } from "~/features/documents/use-cases/public-notice.server";
import { readPublicity } from "~/features/redemption/use-cases/raise-objection.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

/** The signed notice of a publicity, for everybody as long as it runs. */
export const loader = guardedFile("public", async ({ params, context }) => {
  const { applicationId } = await readPublicity({ tx: context.prisma }, params["id"] ?? "");
  const file = await readPublicNotice({ tx: context.prisma, storage: context.storage }, applicationId);
  return fileResponse({ ...file, mimeType: "application/pdf", inline: false });
});
