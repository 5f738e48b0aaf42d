import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateCase } from "~/features/applications/use-cases/ask-again.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { addDuePayment, addPayee, checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import type { UserActor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import type { Deps } from "~/platform/context.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { ReviewAction } from "../domain/review-actions";
import { castOf, type Cast } from "../testing/verify/cast";
import { closeRecoveries, proposeRecovery } from "./recover-case.server";
import { answerRepair, askRepair } from "./repair-credit.server";
import { reviewCase, type Review } from "./review-case.server";

const itemId = "zone-startup-006";
const otherItem = "zone-startup-003";
let process: TestProcess;
let cast: Cast;
let firm: { enterpriseId: string; bankAccountId: string };
let serial = 0;

const run = <T>(actor: UserActor, work: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const as = <T>(name: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>) => run(cast.get(name)!, work);
const row = (id: string) => process.prisma.application.findUniqueOrThrow({ where: { id } });
const openTasks = (applicationId: string) =>
  process.prisma.task.findMany({
    where: { applicationId, closedAt: null },
    select: { stage: true, dueOn: true, departmentId: true },
  });

beforeAll(async () => {
  process = await testProcess();
  firm = await addPayee(process, 1);
  const config = process.catalogue.byId.get(itemId)!.redemption;
  cast = await castOf(process, config, { enterpriseId: firm.enterpriseId, regionCode: "340503" });
  for (const item of [itemId, otherItem])
    await run(maker, (deps) =>
      grantBudget(deps, {
        documentId: process.catalogue.registry.documentIdOf(item),
        year: 2026,
        fen: 100_000_000n,
        idempotencyKey: item,
      }),
    );
});
afterAll(() => process.close());

async function pay(paymentId: string) {
  const batchId = await run(maker, (deps) =>
    createBatch(deps, { paymentIds: [paymentId], idempotencyKey: randomUUID() }),
  );
  await run(checker, (deps) => releaseBatch(deps, batchId));
  const { status } = await process.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } });
  if (status !== "paid")
    await run(witness, (deps) => markPaid(deps, batchId, [paymentId], voucherOf(shanghaiDay(process.clock.now()))));
}

/** A case of another firm that has been paid. */
async function closed(fen: bigint, payee?: typeof firm) {
  const own = payee ?? (await addPayee(process, 100 + (serial += 1)));
  const due = await addDuePayment(process, own, itemId, fen);
  await pay(due.paymentId);
  return { ...due, ...own };
}

async function review(name: string, id: string, action: ReviewAction, more: Partial<Review> = {}) {
  const { version } = await row(id);
  await as(name, (deps) =>
    reviewCase(deps, {
      id,
      action,
      comment: "经核实",
      points: [],
      approvedFen: null,
      idempotencyKey: randomUUID(),
      expectedVersion: version,
      ...more,
    }),
  );
}

async function propose(name: string, id: string, kind: "fraud" | "error", sumFen: bigint | null) {
  const { version } = await row(id);
  await as(name, (deps) =>
    proposeRecovery(deps, {
      id,
      kind,
      sumFen,
      reason: "虚报社保人数",
      idempotencyKey: randomUUID(),
      expectedVersion: version,
    }),
  );
}

describe("money obtained by deceit", () => {
  let paid: Awaited<ReturnType<typeof closed>>;

  it("is asked back by one person and confirmed by another, who is told so and not let through", async () => {
    paid = await closed(300_000n, firm);
    await propose("one", paid.applicationId, "fraud", null);
    await expect(review("one", paid.applicationId, "RECOVERY_CONFIRMED")).rejects.toMatchObject({
      code: "redemption.same-person",
      status: 409,
    });
    expect(await process.prisma.exclusion.count()).toBe(0);
    await review("two", paid.applicationId, "RECOVERY_CONFIRMED");
    expect(
      await process.prisma.recoveryCase.findFirstOrThrow({ where: { applicationId: paid.applicationId } }),
    ).toMatchObject({ status: "demanded", sumFen: 300_000n });
  });

  it("excludes the firm for three years: the day that answers the first one is the last", async () => {
    expect(
      await process.prisma.exclusion.findFirstOrThrow({ where: { enterpriseId: firm.enterpriseId } }),
    ).toMatchObject({ fromDay: "2026-11-24", toDay: "2029-11-24" });
    const draft = () =>
      as("owner", (deps) => startDraft(deps, { enterpriseId: firm.enterpriseId, itemId: otherItem, anew: false }));
    await expect(draft()).rejects.toMatchObject({ code: "redemption.excluded" });
  });

  it("is no second time asked back by a check that fails later", async () => {
    await review("three", paid.applicationId, "CHECK_FAILED", { recoveryKind: "fraud" });
    expect(await process.prisma.recoveryCase.count({ where: { applicationId: paid.applicationId } })).toBe(1);
  });

  it("may be repaired: the firm asks, the office that excluded it agrees, and it is let in again", async () => {
    const { id } = await process.prisma.exclusion.findFirstOrThrow({ where: { enterpriseId: firm.enterpriseId } });
    await as("owner", (deps) => askRepair(deps, { id, enterpriseId: firm.enterpriseId, grounds: "已整改" }));
    await as("two", (deps) => answerRepair(deps, { id, granted: true, answer: "同意修复" }));
    expect(
      (
        await as("owner", (deps) =>
          startDraft(deps, { enterpriseId: firm.enterpriseId, itemId: "zone-patent-005", anew: false }),
        )
      ).state,
    ).toBe("draft");
  });

  it("is deducted from a later payment of the firm, and the case is settled by it", async () => {
    const later = await addDuePayment(process, firm, otherItem, 500_000n);
    expect(await process.prisma.payment.findUniqueOrThrow({ where: { id: later.paymentId } })).toMatchObject({
      amountFen: 500_000n,
      deductedFen: 300_000n,
    });
    await closeRecoveries(process);
    expect(await openTasks(paid.applicationId)).toContainEqual(
      expect.objectContaining({ stage: "recovery", departmentId: "city-finance" }),
    );
    await pay(later.paymentId);
    await closeRecoveries(process);
    expect(
      await process.prisma.recoveryCase.findFirstOrThrow({ where: { applicationId: paid.applicationId } }),
    ).toMatchObject({ status: "recovered" });
    expect((await openTasks(paid.applicationId)).map(({ stage }) => stage)).not.toContain("recovery");
    expect(
      await process.prisma.transition.count({ where: { applicationId: paid.applicationId, event: "RECOVERED" } }),
    ).toBe(1);
  });
});

describe("money paid in error", () => {
  it("is asked back in part, no more than was paid, and excludes nobody", async () => {
    const paid = await closed(90_000n);
    await expect(propose("one", paid.applicationId, "error", 90_001n)).rejects.toMatchObject({
      code: "redemption.recovery-sum",
    });
    await propose("one", paid.applicationId, "error", 40_000n);
    await review("three", paid.applicationId, "RECOVERY_CONFIRMED");
    expect(
      await process.prisma.recovery.findFirstOrThrow({ where: { applicationId: paid.applicationId } }),
    ).toMatchObject({ sumFen: 40_000n });
    expect(await process.prisma.exclusion.count({ where: { enterpriseId: paid.enterpriseId } })).toBe(0);
  });

  it("may be dropped by the second person, and asked back anew", async () => {
    const paid = await closed(90_000n);
    await propose("one", paid.applicationId, "error", null);
    await review("two", paid.applicationId, "RECOVERY_DROPPED");
    await propose("two", paid.applicationId, "error", null);
    expect(
      (await process.prisma.recoveryCase.findMany({ where: { applicationId: paid.applicationId } }))
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(["dropped", "proposed"]);
  });
});

describe("the check after a fast-track payment", () => {
  it("waits at the lead department, and a failed one asks the money back", async () => {
    const paid = await closed(50_000n);
    expect(await openTasks(paid.applicationId)).toContainEqual(
      expect.objectContaining({ stage: "afterCheck", departmentId: "city-human-resources" }),
    );
    await expect(review("one", paid.applicationId, "CHECK_FAILED", { comment: " " })).rejects.toMatchObject({
      code: "redemption.reason-missing",
    });
    await review("one", paid.applicationId, "CHECK_FAILED", { recoveryKind: "error", comment: "承诺不实" });
    expect(
      await process.prisma.recoveryCase.findFirstOrThrow({ where: { applicationId: paid.applicationId } }),
    ).toMatchObject({ status: "proposed", kind: "error", sumFen: 50_000n, reason: "承诺不实" });
    await expect(review("one", paid.applicationId, "RECOVERY_CONFIRMED")).rejects.toMatchObject({
      code: "redemption.same-person",
    });
  });

  it("that passes leaves nothing to do there", async () => {
    const paid = await closed(50_000n);
    await review("one", paid.applicationId, "CHECK_PASSED");
    expect(await openTasks(paid.applicationId)).toEqual([]);
  });
});

describe("the firm's rating", () => {
  const rate = async (paid: { applicationId: string; enterpriseId: string }, stars: number) => {
    const { version } = await row(paid.applicationId);
    await as("owner", (deps) =>
      rateCase(deps, {
        id: paid.applicationId,
        enterpriseId: paid.enterpriseId,
        idempotencyKey: randomUUID(),
        expectedVersion: version,
        stars,
        comment: "太慢",
      }),
    );
  };

  it.each([
    [1, "2026-11-27T02:00:00Z", "2026-11-30"],
    [2, "2026-11-24T02:00:00Z", "2026-11-25"],
  ])("of %i stars is followed up within one working day", async (stars, at, dueOn) => {
    process.clock.set(new Date(at));
    const paid = await closed(10_000n);
    await rate(paid, stars);
    expect(await openTasks(paid.applicationId)).toContainEqual({
      stage: "followUp",
      dueOn,
      departmentId: "city-human-resources",
    });
    await expect(review("one", paid.applicationId, "FOLLOWED_UP", { comment: "" })).rejects.toMatchObject({
      code: "redemption.reason-missing",
    });
    await review("one", paid.applicationId, "FOLLOWED_UP", { comment: "已致电说明" });
    expect(
      await process.prisma.rating.findFirstOrThrow({ where: { applicationId: paid.applicationId } }),
    ).toMatchObject({ stars, followUp: "已致电说明" });
  });

  it("of three stars or more asks nothing of anybody; there is one rating, by the firm itself, from 1 to 5", async () => {
    const paid = await closed(10_000n);
    for (const stars of [0, 6, 2.5])
      await expect(rate(paid, stars)).rejects.toMatchObject({ code: "redemption.stars-wrong" });
    await expect(rate({ ...paid, enterpriseId: randomUUID() }, 5)).rejects.toMatchObject({ status: 404 });
    await rate(paid, 3);
    expect((await openTasks(paid.applicationId)).map(({ stage }) => stage)).not.toContain("followUp");
    await expect(rate(paid, 1)).rejects.toMatchObject({ code: "redemption.not-allowed" });
  });
});
