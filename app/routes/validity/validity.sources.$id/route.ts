import { readSource } from "~/features/validity/use-cases/read-source.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:policy:all" } satisfies RouteHandle;

/** The file that a statement of validity rests on, to who may see its document. */
export const loader = guardedFile("read:policy:all", async ({ params, context, actor }) =>
  fileResponse(
    await perform(context, actor, (deps) =>
      readSource({ ...deps, storage: context.storage, actor }, params["id"] ?? ""),
    ),
  ),
);
