import type { Request, RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { addressOf } from "./address";
import { caught } from "./door";

/** Requests an address may make in a minute: reading is generous, writing is not. */
const reading = { points: 1200, duration: 60 };
const writing = { points: 120, duration: 60 };

/** Answers 429 with Retry-After when an address asks too much. `factor` widens the limits for load tests. */
export function rateLimits(factor: number): RequestHandler {
  const read = new RateLimiterMemory({
    keyPrefix: "read",
    points: reading.points * factor,
    duration: reading.duration,
  });
  const write = new RateLimiterMemory({
    keyPrefix: "write",
    points: writing.points * factor,
    duration: writing.duration,
  });
  return caught(async (request, response, next) => {
    const limiter = isReading(request) ? read : write;
    try {
      await limiter.consume(addressOf(request.ip));
    } catch {
      response
        .status(429)
        .set("Retry-After", "60")
        .type("text")
        .send("请求过于频繁，请一分钟后再试。Too many requests, try again in a minute.");
      return;
    }
    next();
  });
}

/** A preview of a draft is sent as a body for its size; it writes nothing. */
function isReading({ method, path }: Pick<Request, "method" | "path">): boolean {
  return method === "GET" || method === "HEAD" || /^\/workbench\/[^/]+\/preview(\.data)?$/.test(path);
}
