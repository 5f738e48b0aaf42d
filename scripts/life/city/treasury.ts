import { referenceOf } from "~/features/funds/domain/payment-reference";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { settleReturnedLine } from "~/features/treasury/use-cases/settle-returned-line.server";
import { requeuePayment } from "~/features/treasury/use-cases/reissue-payment.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { Bank } from "./bank";
import type { City } from "./city";
import type { Firms } from "./firms";

const maker = "life-maker";
const releaser = "life-releaser";
const office = { departmentId: "city-finance", regionCode: "340500" };

/** The treasury: budgets, batches, what comes back, what is collected. */
export class Treasury {
  readonly bank: Bank;

  constructor(
    private readonly city: City,
    private readonly firms: Firms,
  ) {
    this.bank = new Bank(city, maker);
  }

  async open(): Promise<void> {
    for (const loginName of [maker, releaser])
      await this.city.running.prisma.user.create({
        data: {
          loginName,
          displayName: "财务人员",
          passwordHash: "-",
          roles: ["finance"],
          ...office,
          createdAt: this.city.running.clock.now(),
        },
      });
  }

  /** Money enough for every document of the city in a year. */
  async grant(year: number, documentIds: readonly string[]): Promise<void> {
    for (const documentId of documentIds)
      await this.city.must(maker, (deps) =>
        grantBudget(deps, { documentId, year, fen: 30_000_000_000n, idempotencyKey: `${documentId}:${year}` }),
      );
  }

  /** Makes a batch of all that waits; another officer releases it; the bank answers the day after. */
  async payDay(): Promise<void> {
    const { prisma } = this.city.running;
    const pending = await prisma.payment.findMany({
      where: { status: "pending", needsAccount: false },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
      take: 200,
    });
    if (pending.length === 0) return;
    const paymentIds = pending.map(({ id }) => id);
    const batch = await this.city.must(maker, (deps) =>
      createBatch(deps, { paymentIds, idempotencyKey: this.city.key() }),
    );
    await this.city.must(releaser, (deps) => releaseBatch(deps, batch));
  }

  /** What the bank says of yesterday's batches. */
  async bankDay(): Promise<void> {
    const batches = await this.city.running.prisma.paymentBatch.findMany({
      where: { status: "exported" },
      orderBy: { id: "asc" },
      select: { id: true, number: true, payments: { select: { id: true, applicationId: true, status: true } } },
    });
    for (const batch of batches)
      if (batch.payments.every(({ status }) => status === "batched")) await this.bank.answer(batch);
  }

  /** Months later a paid sum comes back. */
  async comeBack(): Promise<void> {
    const { random, running } = this.city;
    const paid = await running.prisma.payment.findMany({
      where: { status: "paid", paidAt: { gt: new Date(running.clock.now().getTime() - 40 * 86_400_000) } },
      orderBy: { id: "asc" },
      select: { id: true, amountFen: true, applicationId: true },
    });
    for (const payment of paid.filter(({ id }) => random.chance(this.city.odds.comeBack) && !this.refunded.has(id))) {
      this.refunded.add(payment.id);
      await this.bank.giveBack(payment);
    }
  }

  /** What came back while it was open whether it is asked back is booked by the decision. */
  async bookReturned(): Promise<void> {
    const waiting = await this.city.running.prisma.bankLine.findMany({
      where: { outcome: "recoveryOpen", payment: { status: "paid" } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of waiting) await this.city.ask(maker, (deps) => settleReturnedLine(deps, id));
  }

  /** Firms that were asked for money back pay it, unless the bank has brought it back already. */
  async collect(): Promise<void> {
    const recoveries = await this.city.running.prisma.recovery.findMany({
      orderBy: { id: "asc" },
      select: { id: true, sumFen: true, paymentId: true },
    });
    for (const { id, sumFen, paymentId } of recoveries.filter((each) => !this.collected.has(each.id))) {
      this.collected.add(id);
      const { applicationId, status } = await this.city.running.prisma.payment.findUniqueOrThrow({
        where: { id: paymentId },
      });
      if (status !== "paid" || this.refunded.has(paymentId)) continue;
      this.refunded.add(paymentId);
      await this.bank.receive(referenceOf(id), sumFen);
      this.city.note({ kind: "recovered", case: applicationId, fen: String(sumFen) });
    }
  }

  private readonly collected = new Set<string>();
  /** payments whose money is back, by the bank or by their firms: it doesn't come a second time */
  private readonly refunded = new Set<string>();

  /** Payments that came back: the firm gives another account, or the treasury lists them anew. */
  async listAnew(): Promise<void> {
    const returned = await this.city.running.prisma.payment.findMany({
      where: { status: "returned", replacedBy: null },
      orderBy: { id: "asc" },
      select: { id: true, needsAccount: true, applicationId: true },
    });
    for (const { id, needsAccount, applicationId } of returned) {
      const own = this.firms.cases.get(applicationId);
      if (!own) continue;
      if (needsAccount) await this.firms.giveAccount(own);
      else await this.city.must(maker, (deps) => requeuePayment(deps, id));
    }
  }
}
