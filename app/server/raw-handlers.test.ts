import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "~/platform/log.server";
import { caught, lastResort } from "./door";
import { health } from "./health";
import { createMetrics } from "./metrics";
import type { Served } from "./process";
import { ready } from "./ready";

const log = createLog("silent");
const never = () => new Promise<never>(() => undefined);
/** Ways in which a part of the process fails. */
const faults: Record<string, () => Promise<never>> = {
  "throws at once": () => {
    throw new Error("inner words");
  },
  rejects: () => Promise.reject(new Error("inner words")),
  "never answers": never,
};

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(null))));

async function open(
  fault: () => Promise<never>,
  {
    warm = () => true,
    routes = () => Promise.resolve({}),
  }: { warm?: () => boolean; routes?: () => Promise<object> } = {},
) {
  const shared = {
    log,
    env: {},
    clock: { now: () => new Date() },
    prisma: { $queryRaw: fault },
    catalogue: { items: [1] },
    sandbox: { warm },
    pool: { totalCount: 0, idleCount: 0, waitingCount: 0 },
  } as unknown as Served;
  const app = express();
  const metrics = createMetrics(shared, routes as () => Promise<Record<string, never>>);
  app.get("/healthz", caught(health(shared)));
  app.get("/readyz", ready(shared));
  app.get("/metrics", metrics.report);
  app.use(metrics.measure);
  app.all("*", (_request, response) => void response.send("page"));
  app.use(lastResort(log));
  const opened = createServer(app);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
  return (path: string) => fetch(`http://127.0.0.1:${(opened.address() as AddressInfo).port}${path}`);
}

describe.each(Object.entries(faults))("a database that %s", (_, fault) => {
  it.each([
    ["/healthz", 503],
    ["/readyz", 503],
    ["/metrics", 200],
  ] as const)("leaves %s answered with %i, twice, and the process alone", async (path, status) => {
    const ask = await open(fault);
    for (const again of [false, true]) {
      const answer = await ask(path);
      expect([again, answer.status]).toEqual([again, status]);
      expect(await answer.text()).not.toContain("inner words");
    }
    expect(await (await ask("/page")).text()).toBe("page");
  });
});

it("a register that fails costs /readyz a plain 500, not the request", async () => {
  const ask = await open(() => Promise.resolve([]) as unknown as Promise<never>, {
    warm: () => {
      throw new Error("inner words");
    },
  });
  const answer = await ask("/readyz");
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("inner words");
});

it("a list of pages that can't be loaded costs no answer and no process", async () => {
  const heard: unknown[] = [];
  const note = (error: unknown) => heard.push(error);
  process.on("unhandledRejection", note);
  const ask = await open(never, { routes: () => Promise.reject(new Error("no build")) });
  expect(await (await ask("/page")).text()).toBe("page");
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", note);
  expect(heard).toEqual([]);
});
