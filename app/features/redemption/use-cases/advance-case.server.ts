import { createHash } from "node:crypto";
import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { actorId, actorRole } from "~/features/identity/domain/actor";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addTransition, findTransition, lockCase, moveCase, type CaseRow } from "../adapters/case.repository.server";
import { decide, machineText, type CaseState, type Decision, type StoredSnapshot } from "../domain/decide";
import type { CaseEvent } from "../domain/events";
import { machineIdOf, machineVersion } from "../domain/machine";
import { carryOut } from "./carry-out.server";

/** What comes with an event and is kept with its transition. */
export type EventPayload = {
  comment?: string;
  points?: { about: string; text: string }[];
  approvedFen?: bigint;
  reason?: string;
};

export type Advance = {
  /** which case, and whose: the ownership stands in the query */
  where: Prisma.ApplicationWhereInput & { id: string };
  event: CaseEvent;
  payload?: EventPayload;
  idempotencyKey: string;
  expectedVersion?: number;
  /** further columns of the row that the event sets */
  set?: Prisma.ApplicationUpdateManyMutationInput;
};

/** A case between two states, as the work after the decision sees it. */
export type Advanced = { row: CaseRow; config: RedemptionConfig; decision: Extract<Decision, { ok: true }>; advance: Advance };

/**
 * The one way a case moves: lock, decide, conditional update, transition, audit, and everything that follows from the new
 * state, in one transaction. The same key with the same body answers again what it answered first.
 * @throws Refusal `applications.not-found` (404), `applications.version-conflict`, `applications.key-reused`,
 *   `redemption.machine-mismatch`, or why the machine refuses (409)
 */
export async function advanceCase(deps: Deps, advance: Advance): Promise<{ state: CaseState }> {
  const row = await lockCase(deps.tx, advance.where);
  if (!row) throw new Refusal("applications.not-found", 404);
  const bodyHash = hash(canonicalJson({ event: advance.event, payload: advance.payload ?? {} }));
  const earlier = await findTransition(deps.tx, row.id, advance.idempotencyKey);
  if (earlier) return repeated(earlier, bodyHash);
  if (advance.expectedVersion !== undefined && advance.expectedVersion !== row.version) throw new Refusal("applications.version-conflict");
  const config = row.itemVersion.redemption as unknown as RedemptionConfig;
  requireMachine(row, config);
  const decision = decide(config, row.snapshot as StoredSnapshot | null, advance.event);
  if (!decision.ok) throw new Refusal(decision.code, 409, {}, decision.allowed);
  await store(deps, { row, config, decision, advance }, bodyHash);
  return { state: await carryOut(deps, { row, config, decision, advance }) };
}

/** Name, version and hash of the machine an item runs on, as they stand in the row of a case. */
export function machineOf(config: RedemptionConfig, version = machineVersion): { machineId: string; machineVersion: number; machineHash: string } {
  return { machineId: machineIdOf(config), machineVersion: version, machineHash: hash(machineText(config, version) ?? "") };
}

/**
 * Whether the case stands on a machine we have, in the very form it was begun on.
 * @throws Refusal `redemption.machine-mismatch` (409)
 */
function requireMachine(row: CaseRow, config: RedemptionConfig): void {
  const text = machineText(config, row.machineVersion);
  const version = (row.snapshot as StoredSnapshot | null)?.version ?? 1;
  const fits = text !== null && row.machineHash === hash(text) && row.machineId === (row.machineVersion === 1 ? "reviewed" : machineIdOf(config)) && (row.snapshot === null || version === row.machineVersion);
  if (!fits) throw new Refusal("redemption.machine-mismatch");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function repeated(earlier: { bodyHash: string; toState: string }, bodyHash: string): { state: CaseState } {
  if (earlier.bodyHash !== bodyHash) throw new Refusal("applications.key-reused");
  return { state: earlier.toState as CaseState };
}

async function store(deps: Deps, { row, config, decision, advance }: Advanced, bodyHash: string): Promise<void> {
  const { tx, clock, actor } = deps;
  const snapshot = decision.stored as unknown as Prisma.InputJsonValue;
  const moved = await moveCase(tx, row, { state: decision.to, snapshot, ...machineOf(config), ...advance.set });
  if (!moved) throw new Refusal("applications.version-conflict");
  const payload = JSON.parse(canonicalJson({ ...advance.payload })) as Prisma.InputJsonValue;
  await addTransition(tx, {
    applicationId: row.id, event: advance.event.type, fromState: decision.from, toState: decision.to, actorId: actorId(actor), actorRole: actorRole(actor),
    departmentId: actor.kind === "user" ? actor.departmentId : null, at: clock.now(), idempotencyKey: advance.idempotencyKey, bodyHash, payload,
  });
  await recordAudit(deps, {
    action: `application.${advance.event.type.toLowerCase().replaceAll("_", "-")}`,
    subject: { type: "application", id: row.id },
    enterpriseId: row.enterpriseId,
    before: { state: decision.from },
    after: { state: decision.to, event: { ...advance.event }, payload },
    versions: { case: row.version + 1, itemVersion: row.itemVersionId, machine: row.machineHash },
  });
}
