import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** A fresh CSP nonce for each response, kept in `res.locals.nonce`. */
export const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals["nonce"] = randomBytes(16).toString("base64");
  next();
};

/** Headers of every answer; in development Vite's socket and inline modules are let through. */
export function securityHeaders(options: { development: boolean; https: boolean }): RequestHandler {
  const nonce = (_: unknown, response: unknown) =>
    `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`;
  return helmet({
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: "same-origin" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'", nonce, ...(options.development ? ["'unsafe-inline'"] : [])],
        connectSrc: ["'self'", ...(options.development ? ["ws:"] : [])],
        upgradeInsecureRequests: options.https ? [] : null,
      },
    },
  });
}
