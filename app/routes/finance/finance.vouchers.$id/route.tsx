import { readVoucher } from "~/features/treasury/use-cases/read-payments.server";
import { fileResponse } from "~/door/file-response.server";
import { guardedFile } from "~/door/guard.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

/** The bank's voucher on which a payment was noted as paid, by the payment's id. */
export const loader = guardedFile("read:payment:region", async ({ params, context, actor }) =>
  fileResponse(
    await perform(context, actor, (deps) =>
      readVoucher({ ...deps, storage: context.storage, actor }, params["id"] ?? ""),
    ),
  ),
);
