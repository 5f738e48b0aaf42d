import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { askedFor } from "~/features/audit/domain/refusal-on-record";
import { recordRefusal } from "~/features/audit/use-cases/record-refusal.server";
import type { UserActor } from "~/access/actor";
import type { Access } from "~/access/permissions";
import { actorOf } from "~/features/identity/use-cases/resolve-actor.server";
import { cleanText, isCleanText } from "~/kernel/clean-text";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { AppContext } from "~/platform/context.server";
import { isDatabaseAway, isValueRefused } from "~/platform/database-faults.server";
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
  return guarded(access, handler, { refuse: (refusal) => data(spoken(refusal), { status: refusal.status }) });
}

/** The loader of the frame around all pages: whatever stands in their addresses, it tells who asks. */
export function guardedFrame<T>(handler: Handler<"public", T>) {
  return guarded("public", handler, {
    refuse: (refusal) => data(spoken(refusal), { status: refusal.status }),
    isFrame: true,
  });
}

/** A loader of a file behind `access`: who opens it in a browser and is refused is led to the page that says why, others get the code. */
export function guardedFile<A extends Access, T>(access: A, handler: Handler<A, T>) {
  return guarded(access, handler, { refuse: refusedFile });
}

type Guarding = { refuse: (refusal: Refusal, request: Request) => unknown; isFrame?: true };

function guarded<A extends Access, T>(access: A, handler: Handler<A, T>, { refuse, isFrame }: Guarding) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      const actor = await admit(access, request, context);
      if (!isFrame) requireSensible(params);
      return await handler({ request: withCleanQuery(request), params, context, actor });
    } catch (error) {
      const refusal = refusalOf(error, context);
      await noteRefusal(refusal, access, { request, params, context });
      throw refuse(refusal, request);
    }
  };
  return Object.assign(loader, { [accessMark]: access });
}

/** Words with values in them are not told by an address. */
function refusedFile(refusal: Refusal, request: Request): Response {
  const { code, status, params } = refusal;
  const isOpened = request.headers.get("Accept")?.includes("text/html") ?? false;
  if (!isOpened || status === 503) return Response.json(spoken(refusal), { status });
  const why = new URLSearchParams({ status: String(status) });
  if (Object.keys(params).length === 0) why.set("code", code);
  return redirect(`/refused?${why}`);
}

/** What an action answers when it refuses: the page shows the words and keeps what was typed. */
export type Refused = { refusal: ReturnType<typeof spoken> };

/** An action behind `access`, same-origin only. Refusals are returned, so that the form stays as it was. */
export function guardedAction<A extends Access, T>(access: A, handler: Handler<A, T>) {
  const action = async ({ request, params, context }: ActionFunctionArgs) => {
    try {
      if (!isSameOrigin(comingOf(request), context.env)) throw new Refusal("request.foreign-origin", 403);
      const actor = await admit(access, request, context);
      requireSensible(params);
      return await handler({ request: withCleanQuery(request), params, context, actor });
    } catch (error) {
      const refusal = refusalOf(error, context);
      await noteRefusal(refusal, access, { request, params, context });
      return data({ refusal: spoken(refusal) } satisfies Refused, { status: refusal.status });
    }
  };
  return Object.assign(action, { [accessMark]: access });
}

/** A refusal as it is; one for a database that is away or refuses a value. Everything else goes on as the error it is. */
function refusalOf(error: unknown, { log, requestId }: AppContext): Refusal {
  if (error instanceof Refusal) return error;
  if (isDatabaseAway(error)) {
    log.error({ error, requestId }, "the database is away");
    return new Refusal("request.unavailable", 503);
  }
  if (!isValueRefused(error)) throw error;
  log.warn({ error, requestId }, "the database refused a value");
  return new Refusal("request.malformed", 400);
}

/** @throws Refusal `request.not-found` (404) for a key that nothing can have: an `id` is a UUID, no key holds unseen characters */
function requireSensible(params: LoaderFunctionArgs["params"]): void {
  const { id } = params;
  if (
    (id !== undefined && !isUuid(id)) ||
    Object.values(params).some((each) => each !== undefined && !isCleanText(each))
  )
    throw new Refusal("request.not-found", 404);
}

/** The request with what is asked in its address cleaned like every text. */
function withCleanQuery(request: Request): Request {
  const url = new URL(request.url);
  const asked = [...url.searchParams];
  if (asked.every(([name, value]) => isCleanText(name) && isCleanText(value))) return request;
  url.search = new URLSearchParams(asked.map(([name, value]) => [cleanText(name), cleanText(value)])).toString();
  return new Request(url, request);
}

/** Writes down what somebody signed in was refused; strangers leave nothing, so that they can't fill the log. */
async function noteRefusal(
  refusal: Refusal,
  access: Access,
  { request, params, context }: LoaderFunctionArgs,
): Promise<void> {
  if (refusal.status === 503) return;
  const actor = await actorOf(request, context);
  if (actor) await recordRefusal(context, actor, refusal, askedFor(request, params, access));
}

function spoken({ code, params, allowed, also }: Refusal) {
  return { code, params, allowed, also };
}

async function admit<A extends Access>(access: A, request: Request, context: AppContext): Promise<ActorFor<A>> {
  const actor = await actorOf(request, context);
  if (access === "public") return actor as ActorFor<A>;
  if (!actor) throw redirectToSignIn(request);
  if (access !== "signedIn" && !actor.permissions.has(access)) throw new Refusal("request.forbidden", 403);
  return actor as ActorFor<A>;
}
