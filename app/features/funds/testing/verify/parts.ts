import { addInstalments } from "~/features/redemption/adapters/instalment.repository.server";
import { addObligations } from "~/features/redemption/adapters/obligation.repository.server";
import { laterParts } from "~/features/redemption/domain/instalment";
import { obligationsOf } from "~/features/redemption/domain/obligation";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { decideInstalment } from "~/features/redemption/use-cases/decide-instalment.server";
import { decideObligation } from "~/features/redemption/use-cases/decide-obligation.server";
import { payInstalment } from "~/features/redemption/use-cases/pay-instalment.server";
import { confirmRecovery, dropRecovery, proposeRecovery } from "~/features/redemption/use-cases/recover-case.server";
import { exportBatch } from "~/features/treasury/use-cases/export-batch.server";
import { withdrawStopped } from "~/features/treasury/use-cases/withdraw-stopped.server";
import type { UserActor } from "~/access/actor";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import type { Deps } from "~/platform/context.server";
import { financeOfficer, testKey } from "../due-payment";
import { as, type Operation, type Run } from "./run";

/** Decided so long ago that all parts have come due. */
const decidedOn = "2024-11-30";

/** Writes down what a decision on a sum in parts leaves to come. */
export async function addParts(
  deps: Deps,
  applicationId: string,
  published: PublishedItem,
  fen: bigint,
): Promise<void> {
  const { item, redemption } = published;
  const openedAt = deps.clock.now();
  const own = { applicationId, departmentId: redemption.leadDepartmentId, regionCode: redemption.regionCode, openedAt };
  const parts = laterParts(item, fen, decidedOn).filter((part) => part.fen > 0n);
  await addInstalments(
    deps.tx,
    parts.map(({ fen: amountFen, ...part }) => ({ ...own, ...part, id: deps.random.uuid(), amountFen })),
  );
  await addObligations(
    deps.tx,
    obligationsOf(item, {}, decidedOn).map((each) => ({ ...own, ...each, id: deps.random.uuid() })),
  );
}

const chosen = <T>({ random }: Run, rows: readonly T[]): T | null => (rows.length > 0 ? random.pick(rows) : null);
const either = (run: Run) => ({ id: run.random.chance(0.5) ? ("asc" as const) : ("desc" as const) });

/** An official of the office that leads a case; who decides is another than who proposes. */
function official({ departmentId, regionCode }: { departmentId: string; regionCode: string }, which: 1 | 2): UserActor {
  return { ...financeOfficer(`00000000-0000-7000-8000-0000000000e${which}`, regionCode), departmentId };
}

const payPart: Operation = async (run) => {
  const where = { status: "open", application: { state: "closed" } };
  const part = chosen(run, await run.process.prisma.instalment.findMany({ where, take: 12, orderBy: either(run) }));
  if (part) await as(run, (deps) => payInstalment(deps, part.id));
};

const confirmPart: Operation = async (run) => {
  const where = { status: "open", conditional: true, confirmedAt: null, application: { state: "closed" } };
  const part = chosen(run, await run.process.prisma.instalment.findMany({ where, take: 12, orderBy: either(run) }));
  const decision = part && { id: part.id, confirmed: run.random.chance(0.8), note: "考核" };
  if (part && decision) await as(run, (deps) => decideInstalment(deps, decision), official(part, 1));
};

/** Everything that a case in parts was paid is asked back. */
const askBack: Operation = async (run) => {
  const where = { status: { in: ["open", "listed"] }, application: { state: "closed" } };
  const part = chosen(
    run,
    await run.process.prisma.instalment.findMany({
      where,
      take: 12,
      orderBy: either(run),
      include: { application: true },
    }),
  );
  if (!part) return;
  const { id, version } = part.application;
  const proposal = {
    id,
    kind: "error" as const,
    sumFen: null,
    reason: "核查",
    idempotencyKey: run.serial(),
    expectedVersion: version,
  };
  await as(run, (deps) => proposeRecovery(deps, proposal), official(part, 1));
};

const decideBack: Operation = async (run) => {
  const where = { status: "proposed", application: { instalments: { some: {} } } };
  const include = { application: { include: { instalments: { take: 1 } } } };
  const found = chosen(
    run,
    await run.process.prisma.recoveryCase.findMany({ where, take: 12, orderBy: either(run), include }),
  );
  const [office] = found?.application.instalments ?? [];
  if (!found || !office) return;
  const confirms = run.random.chance(0.6);
  await as(
    run,
    async (deps) => {
      await advanceCase(deps, {
        where: { id: found.applicationId },
        event: { type: confirms ? "RECOVERY_CONFIRMED" : "RECOVERY_DROPPED", actorId: deps.actor.userId },
        idempotencyKey: run.serial(),
      });
      await (confirms ? confirmRecovery : dropRecovery)(deps, found.applicationId);
    },
    official(office, 2),
  );
};

const breakWord: Operation = async (run) => {
  const where = { status: "open", application: { state: "closed", instalments: { some: { status: "listed" } } } };
  const found = chosen(run, await run.process.prisma.obligation.findMany({ where, take: 12, orderBy: either(run) }));
  const decision = found && { id: found.id, kept: false, note: "迁出", found: null, idempotencyKey: run.serial() };
  if (found && decision) await as(run, (deps) => decideObligation(deps, decision), official(found, 1));
};

const batchAtHand = (run: Run, where: object) =>
  run.process.prisma.paymentBatch.findMany({ where: { fileTakenAt: null, ...where }, take: 6, orderBy: either(run) });

const handOut: Operation = async (run) => {
  const found = chosen(run, await batchAtHand(run, { status: "exported" }));
  if (found) await as(run, (deps) => exportBatch(deps, found.id, "csv", testKey));
};

const withdraw: Operation = async (run) => {
  const payments = { some: { instalmentId: { not: null } } };
  const found = chosen(run, await batchAtHand(run, { status: { in: ["draft", "exported"] }, payments }));
  if (found) await as(run, (deps) => withdrawStopped(deps, found.id));
};

/** What becomes of sums that are paid in parts. */
export const partOperations: Record<string, { weight: number; run: Operation }> = {
  payPart: { weight: 14, run: payPart },
  confirmPart: { weight: 5, run: confirmPart },
  askBack: { weight: 3, run: askBack },
  decideBack: { weight: 3, run: decideBack },
  breakWord: { weight: 1, run: breakWord },
  handOut: { weight: 6, run: handOut },
  withdraw: { weight: 5, run: withdraw },
};
