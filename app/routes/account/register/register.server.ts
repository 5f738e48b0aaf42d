import { redirect } from "@remix-run/node";
import { firmRegistrationSchema, registrationSchema } from "~/features/enterprises/enterprises.schema";
import type { UserActor } from "~/access/actor";
import { claimSchema, firmClaimSchema } from "~/features/identity/identity.schema";
import { claimFirm, claimFirmAs } from "~/features/identity/use-cases/claim-firm.server";
import {
  registerFirm,
  registerFirmAs,
  type RegistrationResult,
} from "~/features/identity/use-cases/register-firm.server";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import type { AppContext } from "~/platform/context.server";
import { readForm, withoutSecrets } from "~/door/read-form.server";
import { sessionHeader } from "~/door/session-cookie.server";
import type { FormAnswer } from "~/ui/form";

/** `taken` turns the page into a request to join. */
export type RegisterAnswer = FormAnswer & { taken: boolean };
type Asked = { request: Request; context: AppContext; actor: UserActor | null };

/** Registers the firm of the form; a new person is signed in at once. */
export async function register(asked: Asked): Promise<RegisterAnswer | Response> {
  const { request, context, actor } = asked;
  if (actor) {
    const form = await readForm(request, firmRegistrationSchema);
    return form.ok
      ? answer(asked, form.values, await registerFirmAs(context, actor, form.data))
      : { ...form.answer, taken: false };
  }
  const form = await readForm(request, registrationSchema);
  return form.ok
    ? answer(asked, form.values, await registerFirm(context, form.data))
    : { ...form.answer, taken: false };
}

function answer(
  asked: Asked,
  typed: Record<string, string>,
  result: RegistrationResult,
): RegisterAnswer | Promise<Response> {
  const values = withoutSecrets(typed);
  if (result.kind === "problem") return { values, errors: { [result.field]: result.problem }, taken: false };
  if (result.kind === "taken") return { values, errors: {}, taken: true };
  return enter(asked, result.userId, "/firm");
}

/** Asks to be let into the registered firm; a new person is signed in at once. */
export async function claim(asked: Asked): Promise<RegisterAnswer | Response> {
  const { request, context, actor } = asked;
  if (actor) {
    const form = await readForm(request, firmClaimSchema);
    if (!form.ok) return { ...form.answer, taken: true };
    await claimFirmAs(context, actor, form.data);
    return redirect("/account?claimed=1");
  }
  const form = await readForm(request, claimSchema);
  if (!form.ok) return { ...form.answer, taken: true };
  const result = await claimFirm(context, form.data);
  if (result.kind === "problem")
    return { values: withoutSecrets(form.values), errors: { [result.field]: result.problem }, taken: true };
  return enter(asked, result.userId, "/account?claimed=1");
}

async function enter({ request, context, actor }: Asked, userId: string, to: string): Promise<Response> {
  if (actor) return redirect(to);
  const token = await openSession(context, userId, {
    address: context.address,
    userAgent: request.headers.get("User-Agent"),
  });
  return redirect(to, { headers: { "Set-Cookie": sessionHeader(context.env, token) } });
}
