import { referenceOf } from "~/features/funds/domain/bank/credit-transfer";
import { debitCreditXml, paymentStatusXml, type Answer, type Booking } from "~/features/funds/testing/bank-files";
import { createBatch } from "~/features/funds/use-cases/create-batch.server";
import { importBankFile } from "~/features/funds/use-cases/import-bank-file.server";
import { releaseBatch } from "~/features/funds/use-cases/release-batch.server";
import { requeuePayment } from "~/features/funds/use-cases/reissue-payment.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { City } from "./city";
import type { Firms } from "./firms";

const maker = "life-maker";
const releaser = "life-releaser";
const office = { departmentId: "city-finance", regionCode: "340500" };

/** The treasury and its bank: budgets, batches, answers, money that comes back. */
export class Treasury {
  constructor(
    private readonly city: City,
    private readonly firms: Firms,
  ) {}

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
      where: { status: "pending" },
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

  /** What the bank says of yesterday's batches: most is paid, some comes back at once for a wrong account. */
  async bankDay(): Promise<void> {
    const { random, running } = this.city;
    const batches = await running.prisma.paymentBatch.findMany({
      where: { status: "exported" },
      orderBy: { id: "asc" },
      select: {
        number: true,
        payments: { orderBy: { id: "asc" }, select: { id: true, status: true, applicationId: true, amountFen: true } },
      },
    });
    for (const { number, payments } of batches) {
      const open = payments.filter(({ status }) => status === "batched");
      const answers = open.map(({ id }): Answer =>
        random.chance(0.06)
          ? { paymentId: id, status: "RJCT", code: "AC04", why: "账户已销户" }
          : { paymentId: id, status: "ACSC" },
      );
      await this.take(paymentStatusXml(this.city.key(), number, answers));
      for (const [place, { applicationId, amountFen }] of open.entries())
        if (answers[place]?.status === "ACSC")
          this.city.note({ kind: "bankPaid", case: applicationId, fen: String(amountFen) });
        else this.city.note({ kind: "bankReturned", case: applicationId, fen: "0" });
      if (random.chance(0.3)) await this.charge();
    }
  }

  /** Months later a paid sum comes back, as a return or as a reversal of the booking. */
  async comeBack(): Promise<void> {
    const { random, running } = this.city;
    const paid = await running.prisma.payment.findMany({
      where: { status: "paid", paidAt: { gt: new Date(running.clock.now().getTime() - 40 * 86_400_000) } },
      orderBy: { id: "asc" },
      select: { id: true, amountFen: true, applicationId: true },
    });
    for (const { id, amountFen, applicationId } of paid.filter(() => random.chance(0.012))) {
      const reversal = random.chance(0.5);
      const booking: Booking = {
        reference: referenceOf(id),
        fen: amountFen,
        side: "CRDT",
        ...(reversal ? {} : { returnCode: "AC06" }),
      };
      const xml = debitCreditXml(this.city.key(), [booking]);
      await this.take(reversal ? xml.replaceAll("</CdtDbtInd>", "</CdtDbtInd><RvslInd>true</RvslInd>") : xml);
      this.city.note({ kind: reversal ? "bankReversed" : "bankReturned", case: applicationId, fen: String(amountFen) });
    }
  }

  /** The fee of the bank, a line of its own. */
  private async charge(): Promise<void> {
    await this.take(debitCreditXml(this.city.key(), [{ reference: "FEE", fen: 1_000n, side: "DBIT" }]));
    this.city.note({ kind: "bankCharged" });
  }

  /** Firms that were asked for money back pay it. */
  async collect(): Promise<void> {
    const recoveries = await this.city.running.prisma.recovery.findMany({
      orderBy: { id: "asc" },
      select: { id: true, sumFen: true, paymentId: true },
    });
    for (const { id, sumFen, paymentId } of recoveries.filter((each) => !this.collected.has(each.id))) {
      this.collected.add(id);
      const { applicationId } = await this.city.running.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } });
      await this.take(debitCreditXml(this.city.key(), [{ reference: referenceOf(id), fen: sumFen, side: "CRDT" }]));
      this.city.note({ kind: "recovered", case: applicationId, fen: String(sumFen) });
    }
  }

  private readonly collected = new Set<string>();

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

  private async take(xml: string): Promise<void> {
    const bytes = new TextEncoder().encode(xml);
    await this.city.must(maker, (deps) => importBankFile(deps, { fileName: "bank.xml", bytes }));
  }
}
