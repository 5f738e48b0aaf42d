import { proveCase } from "~/features/applications/use-cases/prove-case.server";
import { guardedFile } from "~/door/guard.server";
import { jsonFile } from "~/door/json-file.server";
import { ownFirm } from "~/door/own-firm.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

export const loader = guardedFile("read:application:own", async ({ params, context, actor }) => {
  const proof = await perform(context, actor, (deps) => proveCase(deps, params["id"] ?? "", ownFirm(actor)));
  return jsonFile(proof, `proof-${proof.case.number ?? proof.case.id}.json`);
});
