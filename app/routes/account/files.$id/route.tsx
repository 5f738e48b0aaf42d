import { readMaterialFile } from "~/features/applications/use-cases/read-material-file.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "signedIn" } satisfies RouteHandle;

/** A material, to the firm it belongs to and to officials whose office has or had the case. */
export const loader = guardedFile("signedIn", async ({ params, context, actor }) =>
  fileResponse(
    await perform(context, actor, (deps) =>
      readMaterialFile({ ...deps, storage: context.storage, actor }, params["id"] ?? ""),
    ),
  ),
);
