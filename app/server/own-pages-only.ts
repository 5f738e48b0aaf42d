import type { RequestHandler } from "express";
import type { Env } from "~/platform/env.server";
import { isSameOrigin } from "~/door/origin.server";

/** Answers 403 to writing from another site, before anything of it is read. Actions check once more by themselves. */
export function ownPagesOnly(env: Pick<Env, "PUBLIC_URL">): RequestHandler {
  return (request, response, next) => {
    const coming = {
      origin: request.get("Origin"),
      fetchSite: request.get("Sec-Fetch-Site"),
      own: `${request.protocol}://${request.get("Host")}`,
    };
    if (["GET", "HEAD", "OPTIONS"].includes(request.method) || isSameOrigin(coming, env)) return next();
    response.status(403).type("text").send("请从惠企通的页面操作。Requests from other sites are refused.");
  };
}
