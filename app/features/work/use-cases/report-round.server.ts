import type { Actor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { perform, type Performing } from "~/platform/transact.server";
import { closeTrouble, openTrouble } from "./open-trouble.server";

/** How often in a row a round of the worker may fail before its administrators are told: it comes every half second. */
const failuresBorne = 20;
const failures = new WeakMap<Performing["prisma"], Map<string, number>>();

/** Takes a round of the worker; one that fails again and again is a trouble until it succeeds. @throws what the round throws */
export async function reportRound(
  process: Performing,
  actor: Actor,
  name: string,
  round: () => Promise<void>,
): Promise<void> {
  const counts = failures.get(process.prisma) ?? new Map<string, number>();
  failures.set(process.prisma, counts);
  const before = counts.get(name);
  try {
    await round();
  } catch (error) {
    const failed = (before ?? 0) + 1;
    counts.set(name, failed);
    if (failed === failuresBorne) await perform(process, actor, (deps) => openTrouble(deps, troubleOf(name, error)));
    throw error;
  }
  // Once after the start as well: another process may have left it in trouble.
  if (before === undefined || before >= failuresBorne)
    await perform(process, actor, (deps) => closeTrouble(deps, { kind: "round", subject: name }));
  counts.set(name, 0);
}

function troubleOf(name: string, error: unknown): Parameters<typeof openTrouble>[1] {
  return {
    kind: "round",
    subject: name,
    step: name,
    office: null,
    reason: error instanceof Refusal ? error.code : "request.failed",
    detail: String(error).slice(0, 500),
  };
}
