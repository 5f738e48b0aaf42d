import { hasEnded, type CaseState } from "~/features/claims/domain/case-states";
import { createHash } from "node:crypto";
import { caseActionOf } from "../domain/case-steps";
import { recordAudit, type CaseStep } from "~/features/redemption/audited.server";
import { actorId, actorRole } from "~/access/actor";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { canonicalJson } from "~/kernel/canonical-json";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addTransition, lockCase, moveCase, type CaseKey, type CaseRow } from "../adapters/case.repository.server";
import { findAccount } from "../adapters/case-record.repository.server";
import { addSubmission } from "../adapters/submission.repository.server";
import { decide, machineText, type Decision, type StoredSnapshot } from "../domain/decide";
import type { CaseEvent } from "../domain/events";
import type { Submission } from "../domain/submission";
import { machineIdOf, machineVersion } from "../domain/machine";
import { carryOut } from "./carry-out.server";
import { toJson } from "~/platform/json-column";

/** What comes with an event and is kept with its transition. */
export type EventPayload = {
  comment?: string;
  points?: { about: string; text: string }[];
  /** what the firm answered to each point, in their order */
  answers?: string[];
  approvedFen?: bigint;
  /** why that is not the sum the rule gives */
  sumReason?: string;
  reason?: string;
  /** a joint meeting that was called: its day, and the offices that attend */
  meeting?: { day: string; offices: string[] };
  /** which objection was raised, admitted or refused */
  objectionId?: string;
};

export type { CaseRow } from "../adapters/case.repository.server";

export type Advance = {
  /** which case, and whose: the ownership stands in the query */
  where: CaseKey;
  /** the case as this transaction has locked and read it for the same key; left out: read here */
  locked?: CaseRow;
  event: CaseEvent;
  payload?: EventPayload;
  idempotencyKey: string;
  expectedVersion?: number;
  /** further columns of the row that the event sets */
  set?: CaseColumns;
  /** what the event hands in, kept for ever as it is */
  submission?: Submission;
};

/** Columns of a case's row that a step may set beside its state. */
export type CaseColumns = Partial<{
  number: string;
  submittedAt: Date;
  promisedOn: string;
  claimedFen: bigint | null;
  nature: string;
  approvedFen: bigint | null;
  sumReason: string | null;
  rejectionReason: string | null;
  failedConditions: string[];
  bankAccountId: string;
  decidedAt: Date | null;
  closedAt: Date | null;
  paidAt: Date | null;
  firstReviewerId: string;
}>;

/** A case between two states, as the work after the decision sees it. */
export type Advanced = {
  row: CaseRow;
  config: RedemptionConfig;
  decision: Extract<Decision, { ok: true }>;
  advance: Advance;
};

/**
 * The one way a case moves: lock, decide, conditional update, transition, audit, and everything that follows from the new
 * state, the steps that follow at once among it, in one transaction. The same key with the same body answers again what it
 * answered first.
 * @throws Refusal `applications.not-found` (404), `applications.version-conflict`, `applications.key-reused`,
 *   `redemption.machine-mismatch`, or why the machine refuses (409)
 */
export async function advanceCase(deps: Deps, advance: Advance): Promise<{ state: CaseState }> {
  let step = await takeStep(deps, advance);
  while (step.next) step = await takeStep(deps, step.next);
  return { state: step.state };
}

/** The state a step leads to, and the step that follows at once. */
type Step = { state: CaseState; next: Advance | null };

async function takeStep(deps: Deps, advance: Advance): Promise<Step> {
  const row = advance.locked ?? (await lockCase(deps.tx, advance.where, advance.idempotencyKey));
  if (!row) throw new Refusal("applications.not-found", 404);
  const bodyHash = hash(canonicalJson({ event: advance.event, payload: advance.payload ?? {} }));
  if (row.earlier) return repeated(row.earlier, bodyHash);
  if (advance.expectedVersion !== undefined && advance.expectedVersion !== row.version)
    throw new Refusal("applications.version-conflict");
  const { config } = row;
  requireMachine(row, config);
  const decision = decide(config, row.snapshot as StoredSnapshot | null, advance.event);
  if (!decision.ok) throw new Refusal(decision.code, 409, {}, decision.allowed);
  const moved = { row, config, decision, advance };
  const next = await store(deps, moved, bodyHash);
  return { state: decision.to, next: await carryOut(deps, moved, next) };
}

/** Name, version and hash of the machine an item runs on, as they stand in the row of a case. */
export function machineOf(
  config: RedemptionConfig,
  version = machineVersion,
): { machineId: string; machineVersion: number; machineHash: string } {
  return { machineId: machineIdOf(config), machineVersion: version, machineHash: machineHash(config, version) ?? "" };
}

const hashes = new WeakMap<RedemptionConfig, Map<number, string | null>>();

/** The hash of a machine's text, worked out once for each published version; null for a machine nobody knows. */
function machineHash(config: RedemptionConfig, version: number): string | null {
  const known = hashes.get(config) ?? new Map<number, string | null>();
  hashes.set(config, known);
  if (!known.has(version)) {
    const text = machineText(config, version);
    known.set(version, text === null ? null : hash(text));
  }
  return known.get(version) ?? null;
}

/**
 * Whether the case stands on a machine we have, in the very form it was begun on.
 * @throws Refusal `redemption.machine-mismatch` (409)
 */
function requireMachine(row: CaseRow, config: RedemptionConfig): void {
  const version = (row.snapshot as StoredSnapshot | null)?.version ?? 1;
  const fits =
    row.machineHash === machineHash(config, row.machineVersion) &&
    row.machineId === (row.machineVersion === 1 ? "reviewed" : machineIdOf(config)) &&
    (row.snapshot === null || version === row.machineVersion);
  if (!fits) throw new Refusal("redemption.machine-mismatch");
}

/** Whether a step takes up a case again that was over. */
function isReopened({ from, to }: Advanced["decision"]): boolean {
  return hasEnded(from) && !hasEnded(to);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function repeated(earlier: { bodyHash: string; toState: string }, bodyHash: string): Step {
  if (earlier.bodyHash !== bodyHash) throw new Refusal("applications.key-reused");
  return { state: earlier.toState as CaseState, next: null };
}

/** Writes the step; gives the row as it is now, for a step that follows at once. */
async function store(deps: Deps, { row, config, decision, advance }: Advanced, bodyHash: string): Promise<CaseRow> {
  const { tx, clock, actor } = deps;
  const snapshot = toJson(decision.stored);
  const machine = machineOf(config);
  const again = isReopened(decision) ? { reopenedAt: clock.now() } : {};
  await moveCase(tx, row.id, { state: decision.to, snapshot, ...machine, ...again, ...advance.set });
  if (advance.submission)
    await addSubmission(tx, {
      id: deps.random.uuid(),
      applicationId: row.id,
      at: clock.now(),
      byId: actorId(actor),
      submission: advance.submission,
    });
  const payload = JSON.parse(canonicalJson({ ...advance.payload })) as CaseStep["after"]["payload"];
  await addTransition(tx, {
    applicationId: row.id,
    seq: row.lastSeq + 1,
    event: advance.event.type,
    fromState: decision.from,
    toState: decision.to,
    actorId: actorId(actor),
    actorRole: actorRole(actor),
    departmentId: actor.kind === "user" ? actor.departmentId : null,
    at: clock.now(),
    idempotencyKey: advance.idempotencyKey,
    bodyHash,
    payload,
  });
  await recordAudit(deps, {
    action: caseActionOf(advance.event.type),
    subject: { type: "application", id: row.id },
    enterpriseId: row.enterpriseId,
    before: { state: decision.from },
    after: { state: decision.to, event: { ...advance.event }, payload },
    versions: { case: row.version + 1, itemVersion: row.itemVersionId, machine: row.machineHash },
  });
  const { number, promisedOn, claimedFen, approvedFen, bankAccountId } = { ...row, ...advance.set };
  return {
    ...row,
    ...machine,
    number,
    promisedOn,
    claimedFen,
    approvedFen,
    bankAccountId,
    account:
      bankAccountId === null || bankAccountId === row.bankAccountId
        ? row.account
        : await findAccount(tx, bankAccountId),
    state: decision.to,
    snapshot,
    version: row.version + 1,
    lastSeq: row.lastSeq + 1,
    earlier: null,
  };
}
