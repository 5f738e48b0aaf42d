import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { Gauge, Histogram, Registry } from "prom-client";
import { caught } from "./door";
import { inTime } from "./in-time";
import type { Served } from "./process";
import { routePatterns, type ListedRoute } from "./route-pattern";

type Routes = Readonly<Record<string, ListedRoute | undefined>>;
type Queue = { waiting: number; oldest: number; dead: number; putOff: number };
const forwarding = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];
const patienceMs = 2000;
const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** Figures of this process for a collector: queue, database pool, latency by route pattern. Nothing of any firm is in them. */
export function createMetrics(shared: Served, routes: () => Promise<Routes>) {
  const registry = new Registry();
  const latency = new Histogram({
    name: "hqt_http_request_duration_seconds",
    help: "Time to answer by method, route pattern and class of status",
    labelNames: ["method", "route", "status"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const queue = queueGauges(registry);
  const pool = poolGauge(registry);
  let patternOf: ((pathname: string) => string) | null = null;
  const measure: RequestHandler = (request, response, next) => {
    const end = latency.startTimer({ method: methodOf(request.method) });
    const { path } = request;
    response.once("close", () => {
      const status = `${Math.floor(response.statusCode / 100)}xx`;
      pattern(path).then(
        (route) => end({ route, status }),
        (error: unknown) => shared.log.error({ error }, "latency not noted"),
      );
    });
    next();
  };
  const pattern = async (path: string) => {
    patternOf ??= routePatterns(await routes());
    return patternOf(path);
  };
  const report = caught(async (request, response) => {
    if (!mayRead(request, shared.env.METRICS_TOKEN)) {
      response.status(403).type("text").send("forbidden");
      return;
    }
    await inTime(readQueue(shared), patienceMs).then(queue.set, queue.forget);
    pool.set(shared.pool);
    response
      .set("Cache-Control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return { measure, report };
}

/** From this machine itself, not through a proxy on it, or with the token. */
export function mayRead(request: Pick<Request, "get" | "socket">, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.get("Authorization") ?? "")?.[1];
  if (token && given) return isEqual(given, token);
  const isForwarded = forwarding.some((name) => request.get(name) !== undefined);
  return !isForwarded && loopback.test(request.socket.remoteAddress ?? "");
}

function isEqual(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function methodOf(method: string): string {
  return ["GET", "HEAD", "POST"].includes(method) ? method : "other";
}

async function readQueue({ prisma, clock }: Pick<Served, "prisma" | "clock">): Promise<Queue> {
  const now = clock.now();
  const [row] = await prisma.$queryRaw<Queue[]>`
    SELECT (count(*) FILTER (WHERE "failedAt" IS NULL))::int AS waiting, (count(*) FILTER (WHERE "failedAt" IS NOT NULL))::int AS dead,
      coalesce(extract(epoch FROM ${now}::timestamptz - min("createdAt") FILTER (WHERE "failedAt" IS NULL AND "availableAt" <= ${now})), 0)::float AS oldest,
      (SELECT count(*) FROM "Deadline" WHERE "putOffs" > 1 AND "handledAt" IS NULL AND "cancelledAt" IS NULL)::int AS "putOff"
    FROM "Outbox" WHERE "processedAt" IS NULL`;
  return row ?? { waiting: 0, oldest: 0, dead: 0, putOff: 0 };
}

function queueGauges(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const up = gauge("hqt_database_up", "1 where the figures of the queue could be read");
  const gauges = {
    waiting: gauge("hqt_outbox_waiting", "Messages that wait to be carried out"),
    oldest: gauge("hqt_outbox_oldest_seconds", "Age of the oldest message that is due"),
    dead: gauge("hqt_outbox_dead", "Messages that failed their last try"),
    putOff: gauge("hqt_deadlines_put_off", "Terms that were put off twice or more"),
  };
  return {
    set(queue: Queue) {
      up.set(1);
      for (const name of ["waiting", "oldest", "dead", "putOff"] as const) gauges[name].set(queue[name]);
    },
    forget() {
      up.set(0);
    },
  };
}

function poolGauge(registry: Registry) {
  const gauge = new Gauge({
    name: "hqt_database_connections",
    help: "Connections of the pool by what they do; waiting are requests for one",
    labelNames: ["state"],
    registers: [registry],
  });
  return {
    set({ totalCount, idleCount, waitingCount }: Served["pool"]) {
      gauge.set({ state: "used" }, totalCount - idleCount);
      gauge.set({ state: "idle" }, idleCount);
      gauge.set({ state: "waiting" }, waitingCount);
    },
  };
}
