import { voucherOf } from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import type { UserActor } from "~/access/actor";
import type { ReviewAction } from "~/features/redemption/domain/review-actions";
import { reviewCase } from "~/features/redemption/use-cases/review-case.server";
import { expiries } from "~/contexts.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import type { PrismaClient } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { actorOf, carryOut, type Serving } from "../crash/commands";
import { fleetItem } from "../crash/catalogue-parts";

/** One call of a use case, as a route or the worker makes it. */
export type Job = { name: string; run(): Promise<unknown> };

const actions: Record<string, ReviewAction> = {
  countyReview: "PASS_COUNTY",
  leadReview: "RECOMMEND_APPROVAL",
  coReview: "CO_AGREE",
  leadApproval: "APPROVE",
};
const region = "340503";
const paymentsInBatch = 4;

/** Firms, numbered after those there are, with one submitted case each, and a budget that suffices. */
export async function prepareCases(shared: Serving, count: number, after = 0): Promise<void> {
  const finance = await official(shared.prisma, "city-finance", "340500", "finance");
  await carryOut(shared, {
    as: finance,
    name: "grant",
    documentId: fleetItem.documentId,
    year: shared.clock.now().getFullYear(),
    yuan: 900_000_000,
    key: `bench-${after}`,
  });
  for (let serial = after + 1; serial <= after + count; serial += 1)
    await submitted(shared, await firm(shared, serial));
}

async function submitted(shared: Serving, as: string): Promise<void> {
  const { id } = (await carryOut(shared, { as, name: "draft", itemId: fleetItem.itemId })) as { id: string };
  const { missing } = (await carryOut(shared, { as, name: "answer", id, answers: fleetItem.answers })) as {
    missing: string[];
  };
  for (const material of missing)
    await carryOut(shared, { as, name: "upload", id, material, text: `%PDF-1.4 ${material}` });
  await carryOut(shared, { as, name: "submit", id, key: "submit" });
}

async function firm({ prisma, clock }: Serving, serial: number): Promise<string> {
  const createdAt = clock.now();
  const loginName = `firm-${serial}`;
  const enterprise = {
    create: {
      creditCode: makeCreditCode(region, serial),
      name: `示例第${serial}有限公司`,
      legalForm: "company",
      regionCode: region,
      industryCode: "C3421",
      createdAt,
    },
  };
  await prisma.user.create({
    data: {
      loginName,
      displayName: "经办人",
      passwordHash: "-",
      createdAt,
      memberships: { create: { role: "owner", createdAt, enterprise } },
    },
  });
  return loginName;
}

async function official(prisma: PrismaClient, departmentId: string, regionCode: string, role: string): Promise<string> {
  const loginName = `${role}-${departmentId}-${regionCode}`;
  await prisma.user.upsert({
    where: { loginName },
    create: {
      loginName,
      displayName: "工作人员",
      passwordHash: "-",
      roles: [role],
      departmentId,
      regionCode,
      createdAt: new Date(0),
    },
    update: {},
  });
  return loginName;
}

type Movable = Serving & { clock: { set(next: Date): void } };

/** What can be done now, all of it independent of each other; empty when every case is closed. */
export async function jobsNow(shared: Movable): Promise<Job[]> {
  const reviews = await reviewJobs(shared);
  if (reviews.length > 0) return reviews;
  const payments = await paymentJobs(shared);
  if (payments.length > 0) return payments;
  const running = await shared.prisma.deadline.findFirst({
    where: { handledAt: null, cancelledAt: null, kind: "publicity" },
    orderBy: { dueAt: "desc" },
  });
  if (!running) return [];
  shared.clock.set(running.dueAt);
  return [{ name: "deadlines", run: () => runDeadlines(shared, expiries) }];
}

async function reviewJobs(shared: Serving): Promise<Job[]> {
  const tasks = await shared.prisma.task.findMany({
    where: { closedAt: null, stage: { in: Object.keys(actions) } },
    orderBy: { id: "asc" },
    select: { stage: true, departmentId: true, regionCode: true, application: { select: { id: true, version: true } } },
  });
  const known = new Map<string, UserActor>();
  const seen = new Set<string>();
  const jobs: Job[] = [];
  for (const { stage, departmentId, regionCode, application } of tasks) {
    if (!application) continue;
    const { id, version } = application;
    const action = actions[stage];
    // Two offices of one case write one after another: the other one's turn comes with the next jobs.
    if (!action || seen.has(id)) continue;
    seen.add(id);
    const name = await official(
      shared.prisma,
      departmentId,
      regionCode,
      action === "APPROVE" ? "approver" : "reviewer",
    );
    const actor = known.get(name) ?? (await actorOf(shared, name));
    known.set(name, actor);
    const review = {
      id,
      action,
      comment: "符合",
      points: [],
      approvedFen: null,
      idempotencyKey: `${stage}:${departmentId}:${version}`,
      expectedVersion: version,
    };
    jobs.push({ name: action, run: () => perform(shared, actor, (deps) => reviewCase({ ...deps, actor }, review)) });
  }
  return jobs;
}

async function paymentJobs(shared: Serving): Promise<Job[]> {
  const { prisma } = shared;
  const maker = await actorOf(shared, await official(prisma, "city-finance", "340500", "finance"));
  const witness = await actorOf(shared, await official(prisma, "city-finance", "340500", "departmentHead"));
  const releaser = await actorOf(shared, await official(prisma, "city-finance", "340500", "approver"));
  const as = (actor: UserActor, work: (deps: Deps & { actor: UserActor }) => Promise<unknown>) => () =>
    perform(shared, actor, (deps) => work({ ...deps, actor }));
  const pending = (
    await prisma.payment.findMany({ where: { status: "pending" }, orderBy: { id: "asc" }, select: { id: true } })
  ).map(({ id }) => id);
  const groups = Array.from({ length: Math.ceil(pending.length / paymentsInBatch) }, (_, index) =>
    pending.slice(index * paymentsInBatch, (index + 1) * paymentsInBatch),
  );
  if (groups.length > 0)
    return groups.map((paymentIds) => ({
      name: "batch",
      run: as(maker, (deps) => createBatch(deps, { paymentIds, idempotencyKey: paymentIds.join() })),
    }));
  const batches = await prisma.paymentBatch.findMany({
    where: { status: { in: ["draft", "exported"] } },
    select: { id: true, status: true, payments: { select: { id: true } } },
  });
  const drafts = batches.filter(({ status }) => status === "draft");
  if (drafts.length > 0)
    return drafts.map(({ id }) => ({ name: "release", run: as(releaser, (deps) => releaseBatch(deps, id)) }));
  return batches.map(({ id, payments }) => ({
    name: "paid",
    run: as(witness, (deps) =>
      markPaid(
        deps,
        id,
        payments.map((each) => each.id),
        voucherOf(shanghaiDay(deps.clock.now())),
      ),
    ),
  }));
}
