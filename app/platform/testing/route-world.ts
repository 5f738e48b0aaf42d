import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { ActionFunctionArgs } from "@remix-run/node";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedCases } from "#prisma/seed/seed-cases";
import { seedFirms } from "#prisma/seed/seed-firms";
import { seedMaterials } from "#prisma/seed/seed-materials";
import { demoPress } from "~/features/documents/testing/demo-press";
import { hashToken } from "~/features/identity/adapters/session.repository.server";
import { sessionCookie } from "~/features/identity/domain/session-limits";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import type { AppContext } from "~/platform/context.server";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { createStorage } from "~/platform/storage.server";
import { startSandbox } from "~/server/start-sandbox";
import { testProcess } from "./test-database";

type Handler = (args: ActionFunctionArgs) => unknown;
type RouteModule = { loader?: Handler; action?: Handler; default?: unknown };

const modules: Record<string, RouteModule> = import.meta.glob("../../routes/*/*/route.{ts,tsx}", { eager: true });

/** Every route by its name, the folder of the page. */
export const routes = Object.entries(modules).map(([file, module]) => ({
  name: file.split("/").at(-2) ?? "",
  ...module,
}));

type Call = {
  person: string | null;
  params?: Record<string, string>;
  form?: Record<string, string>;
  /** sent instead of a form, with its content type */
  body?: { content: BodyInit; type: string | null };
  origin?: string;
  query?: string;
  /** sent instead of the person's cookie */
  cookie?: string;
};

/** A seeded database and everything a route needs, with a session for each demo account. */
export async function routeWorld(now: Date) {
  const process = await testProcess(now);
  const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-routes-"));
  const key = Buffer.alloc(32, 7);
  const storage = createStorage(folder);
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 30, seed: 1, now });
  await seedAccounts(process.prisma, firms, { seed: 1, now });
  await seedCases(process.prisma, process.catalogue, firms, { applications: 60, seed: 1, key, now });
  await seedMaterials(storage);
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: process.url,
    DATA_KEY: key.toString("base64"),
    SIGNING_KEY: "AA==",
    SIGNING_PASSWORD: "",
    STORAGE_DIR: folder,
  });
  const sandbox = startSandbox(process.url, process.catalogue.registry, createLog("silent"), { patienceMs: 60_000 });
  const context: Omit<AppContext, "nonce" | "address" | "requestId"> = {
    ...process,
    env,
    storage,
    press: demoPress(),
    sandbox,
    log: createLog("silent"),
  };
  const cookies = new Map<string, string>();
  const admit = async (loginName: string) => {
    const { id } = await process.prisma.user.findUniqueOrThrow({ where: { loginName } });
    cookies.set(
      loginName,
      `${sessionCookie(undefined)}=${await openSession(process, id, { address: "192.0.2.7", userAgent: null })}`,
    );
  };
  for (const { loginName } of await process.prisma.user.findMany()) await admit(loginName);
  /** Lets those in again who were signed out by what was tried. */
  const readmit = async () => {
    const open = new Set((await process.prisma.session.findMany({ select: { id: true } })).map(({ id }) => id));
    for (const [person, cookie] of cookies)
      if (!open.has(hashToken(cookie.slice(cookie.indexOf("=") + 1)))) await admit(person);
  };

  /** Calls a loader or, with a form, an action as the server would; what it answers or throws. */
  const call = async (name: string, asked: Call): Promise<unknown> => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`no route ${name}`);
    const request = requestFor(name, asked, cookies);
    try {
      return await (asked.form || asked.body ? route.action : route.loader)?.({
        request,
        params: asked.params ?? {},
        context: { ...context, nonce: "", address: "192.0.2.7", requestId: "" },
      } as unknown as ActionFunctionArgs);
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      return thrown;
    }
  };
  const close = async () => {
    await sandbox.stop();
    await process.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...process, folder, storage, admit, readmit, people: cookies, call, close };
}

const ownPages = "https://hqt.example";

function requestFor(name: string, asked: Call, cookies: ReadonlyMap<string, string>): Request {
  const { person, params = {}, query = "", cookie } = asked;
  const headers = new Headers({ Cookie: cookie ?? cookies.get(person ?? "") ?? "" });
  const address = `${ownPages}${pathOf(name, params)}${query}`;
  const sent = asked.form || asked.body ? sending(asked) : {};
  return new Request(address, { ...sent, headers: new Headers([...headers, ...(sent.headers ?? [])]) });
}

/** A form of our own pages, or whatever stands for one. */
function sending({ form, body, origin = ownPages }: Call): {
  method?: string;
  body?: BodyInit;
  headers?: [string, string][];
} {
  const type = body ? (body.type ?? "") : "application/x-www-form-urlencoded";
  const headers: [string, string][] = [
    ["Origin", origin],
    ["Content-Type", type],
  ];
  return { method: "POST", body: body?.content ?? new URLSearchParams(form), headers };
}

/** The status that an answer of a route goes out with. */
export function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  return (answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200;
}

/** `desk.cases.$id_.materials` with its keys filled in: `/desk/cases/7/materials`. */
function pathOf(name: string, params: Readonly<Record<string, string>>): string {
  const parts = name
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/_$/, ""));
  return `/${parts.map((part) => (part.startsWith("$") ? encodeURIComponent(params[part.slice(1)] ?? "") : part)).join("/")}`;
}

const insiders: Record<string, readonly string[]> = {
  firm: ["owner", "operator"],
  desk: ["reviewer", "approver", "head"],
  finance: ["finance", "finance2"],
  monitor: ["economy"],
  audit: ["auditor"],
  admin: ["admin"],
  security: ["security"],
  workbench: ["author", "author2"],
  validity: ["author", "author2"],
};

/** Some of those who may open a route, and a visitor where anybody may. */
export function areaPeople(name: string): readonly (string | null)[] {
  return insiders[name.split(".")[0] ?? ""] ?? [null, "owner", "reviewer"];
}
