import { readOwed, recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { readPaid } from "~/features/funds/use-cases/read-paid.server";
import type { Actor, UserActor } from "~/access/actor";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay, yearOf, type PlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { readVersion } from "../adapters/case.repository.server";
import { findCase, type CaseRow as DeskRow } from "../adapters/desk.repository.server";
import { addExclusion } from "../adapters/exclusion.repository.server";
import {
  addRecoveryCase,
  changeRecoveryCase,
  demandedRecoveries,
  findProposedRecovery,
} from "../adapters/follow-up.repository.server";
import { readCase } from "../domain/decide";
import { readSnapshot } from "../domain/migrate-snapshot";
import { stageDefaults } from "../domain/stage-days";
import { advanceCase } from "./advance-case.server";
import { mayHappen } from "./may-happen.server";
import { holdCase } from "./hold-case.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";

export type RecoveryProposal = {
  id: string;
  kind: "fraud" | "error";
  sumFen: bigint | null;
  reason: string;
  idempotencyKey: string;
  expectedVersion: number;
};

type Official = Deps & { actor: UserActor };

/**
 * The lead department asks for money back that was obtained by fraud or paid in error; a second person confirms.
 * @throws Refusal `redemption.other-department` (403), `redemption.reason-missing`, `redemption.recovery-sum` (422), `funds.not-paid` (409)
 */
export async function proposeRecovery(
  deps: Official,
  { id, kind, sumFen, reason, idempotencyKey, expectedVersion }: RecoveryProposal,
): Promise<void> {
  const office = officeOf(deps.actor);
  const taken = await holdCase(deps, id, idempotencyKey);
  const row = await findCase(deps.tx, { id });
  const config = row && (await readVersion(deps.tx, row.itemVersionId)).config;
  if (!row || config?.leadDepartmentId !== office.departmentId || config.regionCode !== office.regionCode)
    throw new Refusal("redemption.other-department", 403);
  if (reason.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const payment = await readPaid(deps, id);
  if (sumFen !== null && (sumFen <= 0n || sumFen > payment.amountFen))
    throw new Refusal("redemption.recovery-sum", 422, { most: formatYuan(payment.amountFen) });
  await advanceCase(deps, {
    where: { id },
    event: { type: "RECOVERY_PROPOSED", actorId: deps.actor.userId },
    payload: { comment: reason },
    idempotencyKey,
    expectedVersion,
  });
  if (!taken)
    await proposeRecoveryRow(deps, {
      applicationId: id,
      payment: { ...payment, amountFen: sumFen ?? payment.amountFen },
      kind,
      reason,
    });
}

/** Writes down what is asked back, where the case waits for the second person; one proposal at a time. */
export async function proposeRecoveryRow(
  deps: Official,
  input: { applicationId: string; payment: { id: string; amountFen: bigint }; kind: "fraud" | "error"; reason: string },
): Promise<void> {
  const row = await findCase(deps.tx, { id: input.applicationId });
  if (!row || !(await isProposed(deps, row)) || (await findProposedRecovery(deps.tx, input.applicationId))) return;
  await addRecoveryCase(deps.tx, {
    applicationId: input.applicationId,
    enterpriseId: row.enterprise.id,
    paymentId: input.payment.id,
    kind: input.kind,
    sumFen: input.payment.amountFen,
    reason: input.reason,
    status: "proposed",
    proposedById: deps.actor.userId,
    proposedAt: deps.clock.now(),
  });
}

async function isProposed({ tx }: Pick<Deps, "tx">, { snapshot, itemVersionId }: DeskRow): Promise<boolean> {
  const { config } = await readVersion(tx, itemVersionId);
  return readCase(config, readSnapshot(snapshot)).isIn("closed.money.proposed");
}

/** The second person's word: the ledger demands the money, and a firm that deceived is excluded for three years. */
export async function confirmRecovery(deps: Official, applicationId: string): Promise<void> {
  const recovery = await findProposedRecovery(deps.tx, applicationId);
  if (!recovery) throw new Refusal("redemption.not-allowed");
  const office = officeOf(deps.actor);
  const today = shanghaiDay(deps.clock.now());
  const recoveryId = await recoverPayment(deps, {
    paymentId: recovery.paymentId,
    sumFen: recovery.sumFen,
    reason: recovery.reason,
    idempotencyKey: `recovery-case:${recovery.id}`,
  });
  await changeRecoveryCase(deps.tx, recovery.id, {
    status: "demanded",
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
    dueOn: await dueDay(deps, today, stageDefaults.recovery),
    recoveryId,
  });
  if (recovery.kind === "fraud") {
    await addExclusion(deps.tx, {
      enterpriseId: recovery.enterpriseId,
      recoveryId: recovery.id,
      ...office,
      reason: recovery.reason,
      fromDay: today,
      toDay: threeYearsOn(today),
    });
  }
}

export async function dropRecovery(deps: Official, applicationId: string): Promise<void> {
  const recovery = await findProposedRecovery(deps.tx, applicationId);
  if (recovery)
    await changeRecoveryCase(deps.tx, recovery.id, {
      status: "dropped",
      decidedById: deps.actor.userId,
      decidedAt: deps.clock.now(),
      endedAt: deps.clock.now(),
    });
}

/** The last day of three years that begin on a day; a 29 February ends on the 28th. */
export function threeYearsOn(day: PlainDate): PlainDate {
  const next = `${yearOf(day) + 3}${day.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-29", "-28") : next;
}

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
const worker: Actor = { kind: "system", name: "worker" };

/** Ends the recoveries of cases of which nothing is owed any more, whether the firm paid or a later payment was cut. */
export async function closeRecoveries(process: Process): Promise<void> {
  for (const { id, applicationId, enterpriseId } of await demandedRecoveries(process.prisma)) {
    const owed = await readOwed({ tx: process.prisma }, enterpriseId);
    if (owed.some((each) => each.applicationId === applicationId)) continue;
    await perform(process, worker, async (deps) => {
      await holdCase(deps, applicationId, `recovered:${id}`);
      await changeRecoveryCase(deps.tx, id, { status: "recovered", endedAt: deps.clock.now() });
      if (await mayHappen(deps, applicationId, { type: "RECOVERED" }))
        await advanceCase(deps, {
          where: { id: applicationId },
          event: { type: "RECOVERED" },
          idempotencyKey: `recovered:${id}`,
        });
    });
  }
}
