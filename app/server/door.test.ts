import { request as send, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "~/platform/db.server";
import { createLog } from "~/platform/log.server";
import { caught, door, lastResort } from "./door";
import { health } from "./health";

const log = createLog("silent");
/** Nobody listens there. */
const database = createDatabase("postgresql://nobody@127.0.0.1:9/none");
let server: Server;

beforeAll(async () => {
  const app = express();
  app.get("/healthz", caught(health({ prisma: database.prisma, log })));
  app.use(door());
  app.use(express.static("public"));
  app.get(
    "/fails",
    caught(() => Promise.reject(new Error("inner words"))),
  );
  app.all("*", (_request, response) => void response.send("page"));
  app.use(lastResort(log));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

function ask({ method = "GET", path = "/", headers = {}, body }: Sent): Promise<{ status: number; text: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = send({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("the door", () => {
  it.each(["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])("answers %s with 405", async (method) => {
    expect((await ask({ method })).status).toBe(405);
  });

  it.each([
    [{ path: "/%E0%A4%A.svg" }, 400],
    [{ headers: { Host: "[" } }, 400],
    [{ path: "http://elsewhere.example/" }, 400],
    [{ method: "POST", headers: { "Content-Length": "99999999999" } }, 413],
    [{ method: "POST", headers: { "Content-Encoding": "gzip" }, body: "abc" }, 415],
  ] as [Sent, number][])("answers %j with %i and says no more than that", async (sent, status) => {
    const answer = await ask(sent);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/Error|node_modules|\bat /);
  });

  it("answers who sends too much, however much of it is still on its way", async () => {
    const answer = await ask({ method: "POST", body: Buffer.alloc(64 * 1024 * 1024) });
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining("太大") as unknown });
  });

  it("lets everything else pass", async () => {
    expect(await ask({ path: "/policies?q=%E6%8A%80" })).toEqual({ status: 200, text: "page" });
  });
});

describe("a handler that fails", () => {
  it("costs its request a plain 500, not the process", async () => {
    const answer = await ask({ path: "/fails" });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("inner words");
    expect((await ask({ path: "/other" })).status).toBe(200);
  });
});

describe("GET /healthz while the database is away", () => {
  it("is 503 in words, again and again", async () => {
    for (let time = 0; time < 3; time += 1) {
      const { status, text } = await ask({ path: "/healthz" });
      expect([status, text]).toEqual([503, "数据库没有回应。The database does not answer."]);
    }
  });
});
