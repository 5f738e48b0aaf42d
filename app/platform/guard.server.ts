import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { askedFor } from "~/features/audit/domain/refusal-on-record";
import { recordRefusal } from "~/features/audit/use-cases/record-refusal.server";
import type { UserActor } from "~/features/identity/domain/actor";
import type { Access } from "~/features/identity/domain/permissions";
import { actorOf } from "~/features/identity/use-cases/resolve-actor.server";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "./context.server";
import { comingOf, isSameOrigin } from "./origin.server";
import { redirectToSignIn } from "./sign-in-redirect.server";

type ActorFor<A extends Access> = A extends "public" ? UserActor | null : UserActor;
type Handler<A extends Access, T> = (args: {
  request: Request;
  params: LoaderFunctionArgs["params"];
  context: AppContext;
  actor: ActorFor<A>;
}) => T | Promise<T>;

/** Marks a loader or action with the access it demands; a test holds it against the route's handle. */
export const accessMark = Symbol.for("huiqitong.access");

/** A loader behind `access`. Refusals become error responses with code and values. */
export function guardedLoader<A extends Access, T>(access: A, handler: Handler<A, T>) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      const actor = await admit(access, request, context);
      return await handler({ request, params, context, actor });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await noteRefusal(error, access, { request, params, context });
      throw data(spoken(error), { status: error.status });
    }
  };
  return Object.assign(loader, { [accessMark]: access });
}

/** What an action answers when it refuses: the page shows the words and keeps what was typed. */
export type Refused = { refusal: ReturnType<typeof spoken> };

/** An action behind `access`, same-origin only. Refusals are returned, so that the form stays as it was. */
export function guardedAction<A extends Access, T>(access: A, handler: Handler<A, T>) {
  const action = async ({ request, params, context }: ActionFunctionArgs) => {
    try {
      if (!isSameOrigin(comingOf(request), context.env)) throw new Refusal("request.foreign-origin", 403);
      const actor = await admit(access, request, context);
      return await handler({ request, params, context, actor });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await noteRefusal(error, access, { request, params, context });
      return data({ refusal: spoken(error) } satisfies Refused, { status: error.status });
    }
  };
  return Object.assign(action, { [accessMark]: access });
}

/** Writes down what somebody signed in was refused; strangers leave nothing, so that they can't fill the log. */
async function noteRefusal(
  refusal: Refusal,
  access: Access,
  { request, params, context }: LoaderFunctionArgs,
): Promise<void> {
  const actor = await actorOf(request, context);
  if (actor) await recordRefusal(context, actor, refusal, askedFor(request, params, access));
}

function spoken(refusal: Refusal) {
  return { code: refusal.code, params: refusal.params, allowed: refusal.allowed };
}

async function admit<A extends Access>(access: A, request: Request, context: AppContext): Promise<ActorFor<A>> {
  const actor = await actorOf(request, context);
  if (access === "public") return actor as ActorFor<A>;
  if (!actor) throw redirectToSignIn(request);
  if (access !== "signedIn" && !actor.permissions.has(access)) throw new Refusal("request.forbidden", 403);
  return actor as ActorFor<A>;
}
