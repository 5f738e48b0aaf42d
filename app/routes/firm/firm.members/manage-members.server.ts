import type { UserActor } from "~/access/actor";
import { inviteSchema, memberChangeSchema } from "~/features/identity/identity.schema";
import { changeMember } from "~/features/identity/use-cases/change-member.server";
import { inviteMember, revokeInvitation } from "~/features/identity/use-cases/invite-member.server";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { formValues, readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import { decideClaimForm } from "../../admin/admin.claims/decide-claim-form.server";
import { stepOf } from "~/kernel/step-of";

export type MemberAnswer = {
  link?: string;
  answer?: FormAnswer;
  problem?: { id: string; errors: Readonly<Record<string, string>> } | null;
};
type Asked = { request: Request; context: AppContext; actor: UserActor; enterpriseId: string };

/** Carries out what an owner does on the page of the firm's people. */
export async function manageMembers(asked: Asked): Promise<MemberAnswer> {
  const { request, context, actor, enterpriseId } = asked;
  const { intent, id = "", userId = "" } = await formValues(request.clone());
  const steps = {
    invite: () => invite(asked),
    role: () => changeRole(asked),
    claim: () => decideClaimForm(request, context, actor, { enterpriseId }),
    revoke: () => perform(context, actor, (deps) => revokeInvitation(deps, enterpriseId, id)),
    remove: () => perform(context, actor, (deps) => changeMember(deps, enterpriseId, userId, null)),
  };
  return (await stepOf(steps, intent)()) ?? {};
}

async function invite({ request, context, actor, enterpriseId }: Asked): Promise<MemberAnswer> {
  const form = await readForm(request, inviteSchema);
  if (!form.ok) return { answer: form.answer };
  const token = await perform(context, actor, (deps) => inviteMember({ ...deps, actor }, enterpriseId, form.data));
  return { link: new URL(`/invitation/${token}`, context.env.PUBLIC_URL ?? request.url).href };
}

async function changeRole({ request, context, actor, enterpriseId }: Asked): Promise<MemberAnswer> {
  const form = await readForm(request, memberChangeSchema);
  if (!form.ok) throw new Refusal("request.not-found", 404);
  const { userId, role } = form.data;
  await perform(context, actor, (deps) => changeMember(deps, enterpriseId, userId, role));
  return {};
}
