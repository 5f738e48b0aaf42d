import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { UserActor } from "~/access/actor";
import { changeSession } from "../adapters/session.repository.server";

/** Works for another of the person's firms in this session. @throws Refusal `enterprises.not-found` (404) for a foreign firm */
export async function switchFirm(deps: Pick<Deps, "tx"> & { actor: UserActor }, enterpriseId: string): Promise<void> {
  const { actor } = deps;
  if (!actor.memberships.some((each) => each.enterpriseId === enterpriseId))
    throw new Refusal("enterprises.not-found", 404);
  await changeSession(deps.tx, actor.sessionId, { activeEnterpriseId: enterpriseId });
}
