import type { Catalogue } from "~/features/policies/domain/catalogue";
import { sandboxThread } from "~/features/workbench/adapters/sandbox-thread.server";
import type { Log } from "~/platform/log.server";
import type { SandboxData } from "./sandbox-thread";

/** The sandbox over the register of a database. Facts and places come from `rules/` alone: no publication changes them. */
export function startSandbox(
  databaseUrl: string,
  { facts, regions }: Pick<Catalogue, "facts" | "regions">,
  log: Pick<Log, "error">,
  limits: { patienceMs?: number } = {},
) {
  const module = new URL("sandbox-thread.ts", import.meta.url).href;
  return sandboxThread({ module, data: { databaseUrl, facts, regions } satisfies SandboxData, log, ...limits });
}
