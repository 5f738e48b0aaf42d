import { readOrderPaper } from "~/features/funds/use-cases/read-orders.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "manage:budget:all" } satisfies RouteHandle;

/** The budget document of an order, to the officers of its treasury. */
export const loader = guardedFile("manage:budget:all", async ({ params, context, actor }) =>
  fileResponse(
    await perform(context, actor, (deps) =>
      readOrderPaper({ ...deps, storage: context.storage, actor }, params["id"] ?? ""),
    ),
  ),
);
