import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";
import { startWorker } from "~/platform/worker.server";
import { addressOf } from "./address";
import { outboxHandlers } from "./outbox-handlers";
import { caught, door, lastResort } from "./door";
import { health } from "./health";
import { createMetrics } from "./metrics";
import type { Served, Shared } from "./process";
import { ready } from "./ready";
import { ownPagesOnly } from "./own-pages-only";
import { rateLimits } from "./rate-limits";
import { giveNonce, securityHeaders } from "./security-headers";

const buildPath = new URL("../../build/server/index.js", import.meta.url).href;

/** Serves until the returned function is called: stops taking requests, ends the worker, closes the database. */
export async function serve(shared: Served): Promise<() => Promise<void>> {
  const development = shared.env.NODE_ENV === "development";
  const vite = development ? await startVite() : null;
  const app = createApp(shared, vite);
  // A connection is kept longer than clients and proxies keep theirs, so that none is closed under a request.
  const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 80_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(shared.env.PORT, resolve);
  });
  // Without a listener a connection that can't be taken (too many open files) would end the process.
  server.on("error", (error) => shared.log.error({ error }, "a connection could not be taken"));
  const worker = startWorker(shared, outboxHandlers(shared));
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
    await Promise.all([closed, worker.stop()]);
    await vite?.close();
    await shared.close();
  };
}

function createApp(shared: Served, vite: ViteDevServer | null): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", shared.env.TRUST_PROXY);
  app.get("/healthz", caught(health(shared)));
  const metrics = createMetrics(shared, async () => (await loadBuild(vite)).routes);
  app.get("/readyz", ready(shared));
  app.get("/metrics", metrics.report);
  app.use(door());
  app.use(
    giveNonce,
    securityHeaders({ development: vite !== null, https: shared.env.PUBLIC_URL?.startsWith("https:") ?? false }),
  );
  app.use(compression());
  if (vite) app.use(vite.middlewares);
  else app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static(vite ? "public" : "build/client", { maxAge: "1h" }));
  // What drawing a PDF in the browser needs for fonts a file does not carry.
  for (const folder of ["cmaps", "standard_fonts"])
    app.use(`/pdfjs/${folder}`, express.static(`node_modules/pdfjs-dist/${folder}`, { maxAge: "1d" }));
  app.use(rateLimits(shared.env.RATE_LIMIT_FACTOR));
  app.use(ownPagesOnly(shared.env));
  app.use(metrics.measure);
  app.all("*", remix(shared, vite));
  app.use(lastResort(shared.log));
  return app;
}

function remix(shared: Shared, vite: ViteDevServer | null) {
  return createRequestHandler({
    build: () => loadBuild(vite),
    // Only in production mode does Remix keep stack traces to itself.
    mode: vite ? "development" : "production",
    getLoadContext: (request, response) => ({
      ...shared,
      nonce: response.locals["nonce"] as string,
      address: addressOf(request.ip),
      requestId: shared.random.uuid(),
    }),
  });
}

function loadBuild(vite: ViteDevServer | null): Promise<ServerBuild> {
  return (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import(buildPath)) as Promise<ServerBuild>;
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true } });
}
