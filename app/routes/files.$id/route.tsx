import { readMaterialFile } from "~/features/applications/use-cases/read-material-file.server";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "signedIn" } satisfies RouteHandle;

/** A material, to the firm it belongs to and to officials whose office has or had the case. */
export const loader = guardedLoader("signedIn", async ({ params, context, actor }) => {
  const file = await readMaterialFile({ tx: context.prisma, storage: context.storage, actor }, params["id"] ?? "");
  const name = encodeURIComponent(file.fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mimeType,
      "Content-Disposition": `${file.inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
      "Cache-Control": "private, no-store",
    },
  });
});
