import { paymentIdOf, referenceOf } from "~/features/funds/domain/payment-reference";
import { debitCreditXml, paymentStatusXml, type Booking } from "~/features/treasury/testing/bank-files";
import { exportBatch } from "~/features/treasury/use-cases/export-batch.server";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { csvText } from "~/kernel/csv";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { writeSheet } from "~/platform/sheet/write-sheet.server";
import type { City } from "./city";

/** A transfer as the treasury's file asks for it; `fen` as decimal text. */
type Asked = { reference: string; fen: string };
type Sent = { id: string; number: string; payments: readonly { id: string; applicationId: string }[] };
type Answered = Asked & { paid: boolean };

/** The bank of the treasury: it pays what the files ask for, sends back, reverses, charges. */
export class Bank {
  /** what stands as paid at the treasury though the bank has not paid it or got it back */
  readonly misread: { payment: string; case: string; day: string }[] = [];
  private readonly paid = new Set<string>();

  constructor(
    private readonly city: City,
    private readonly officer: string,
  ) {}

  /**
   * What the bank makes of a batch: most is paid, some comes back at once for a wrong account, which may cost a fee.
   * Asked for nothing it has no answer.
   */
  async answer(batch: Sent): Promise<void> {
    const { random } = this.city;
    const isForm = random.chance(this.city.odds.form);
    const rows = isForm ? await this.form(batch) : [];
    const asked = isForm ? askedInForm(rows) : askedInXml(await this.exported(batch, "xml"));
    if (asked.length === 0) return;
    const answered = asked.map((each): Answered => ({ ...each, paid: !random.chance(this.city.odds.refuse) }));
    for (const { reference, paid } of answered) if (!paid && random.chance(0.5)) await this.charge(reference);
    await this.compare();
    if (isForm) await this.sendForm(rows, answered);
    else await this.send(paymentStatusXml(this.city.key(), batch.number, answered.map(statusOf)));
    for (const each of answered) this.note(batch, each);
    if (random.chance(0.1)) await this.charge("FEE");
    await this.compare();
  }

  /** Holds what the treasury takes for paid against what the bank did. */
  private async compare(): Promise<void> {
    const since = new Date(this.city.running.clock.now().getTime() - 60 * 86_400_000);
    const known = await this.city.running.prisma.payment.findMany({
      where: { status: "paid", paidAt: { gt: since } },
      orderBy: { id: "asc" },
      select: { id: true, applicationId: true },
    });
    for (const { id, applicationId } of known)
      if (!this.paid.has(id) && !this.misread.some(({ payment }) => payment === id))
        this.misread.push({ payment: id, case: applicationId, day: this.city.today });
  }

  /** Money comes back months later, as a return or as a reversal of the booking. */
  async giveBack({ id, amountFen, applicationId }: { id: string; amountFen: bigint; applicationId: string }) {
    const isReversal = this.city.random.chance(0.5);
    const booking: Booking = { reference: referenceOf(id), fen: amountFen, side: "CRDT" };
    await this.send(
      debitCreditXml(this.city.key(), [{ ...booking, ...(isReversal ? { isReversal } : { returnCode: "AC06" }) }]),
    );
    if (!(await this.isAskedBack(id))) this.paid.delete(id);
    const kind = isReversal ? "bankReversed" : "bankReturned";
    this.city.note({ kind, case: applicationId, fen: String(amountFen) });
  }

  /** Whether what came back of a payment waits for the decision on asking it back, or settles the demand: it stands as paid then. */
  private async isAskedBack(paymentId: string): Promise<boolean> {
    const line = await this.city.running.prisma.bankLine.findFirst({
      where: { paymentId, outcome: { in: ["recoveryOpen", "collected"] } },
      select: { id: true },
    });
    return line !== null;
  }

  /** Somebody paid in what was asked back. */
  receive(reference: string, fen: bigint): Promise<void> {
    return this.send(debitCreditXml(this.city.key(), [{ reference, fen, side: "CRDT" }]));
  }

  /** The fee of the bank, a line of its own. */
  private async charge(reference: string): Promise<void> {
    const xml = debitCreditXml(this.city.key(), [{ reference, fen: 1_000n, side: "DBIT" }]);
    await this.send(xml.replaceAll("<Cd>NTRF</Cd>", "<Cd>CHRG</Cd>"));
    this.city.note({ kind: "bankCharged" });
  }

  private note({ payments }: Sent, { reference, fen, paid }: Answered): void {
    const payment = payments.find(({ id }) => id === paymentIdOf(reference));
    if (!payment) throw new Error(`a batch names what it doesn't hold: ${reference}`);
    const { id, applicationId } = payment;
    if (paid) this.paid.add(id);
    this.city.note(
      paid ? { kind: "bankPaid", case: applicationId, fen } : { kind: "bankReturned", case: applicationId, fen: "0" },
    );
  }

  private async exported({ id }: Sent, format: "xml" | "xlsx"): Promise<Uint8Array> {
    const key = Buffer.from(this.city.running.env.DATA_KEY, "base64");
    const { content } = await this.city.must(this.officer, (deps) => exportBatch(deps, id, format, key));
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  }

  private async form(batch: Sent): Promise<string[][]> {
    return (await readSheet(await this.exported(batch, "xlsx"))).rows.map(({ cells }) => [...cells]);
  }

  /** The form filled in, as a workbook or as a text of an office program. */
  private async sendForm([heads = [], ...rows]: readonly string[][], answered: readonly Answered[]): Promise<void> {
    const [at, result] = [heads.indexOf("支付参考号"), heads.findIndex((head) => head.startsWith("结果"))];
    const [code, why] = [heads.indexOf("原因代码"), heads.indexOf("原因")];
    const filled = rows.map((row) => {
      const cells = heads.map((_, place) => row[place] ?? "");
      const answer = answered.find(({ reference }) => reference === cells[at]);
      if (answer) cells[result] = answer.paid ? "已支付" : "退回";
      if (answer && !answer.paid) [cells[code], cells[why]] = ["AC04", "账户已销户"];
      return cells;
    });
    const columns = heads.map((head) => ({ head, width: 20, format: "@" as const }));
    const isText = this.city.random.chance(0.5);
    const bytes = isText
      ? new TextEncoder().encode(csvText([heads, ...filled]))
      : await writeSheet("回单", columns, filled);
    await this.take(isText ? "form.csv" : "form.xlsx", bytes);
  }

  private send(xml: string): Promise<void> {
    return this.take("bank.xml", new TextEncoder().encode(xml));
  }

  private async take(fileName: string, bytes: Uint8Array): Promise<void> {
    await this.city.must(this.officer, (deps) => importBankFile(deps, { fileName, bytes }));
  }
}

function statusOf({ reference, paid }: Answered) {
  const paymentId = paymentIdOf(reference) ?? "";
  return paid ? { paymentId, status: "ACSC" } : { paymentId, status: "RJCT", code: "AC04", why: "账户已销户" };
}

function fenOf(yuan: string): string {
  const [whole = "0", cents = ""] = yuan.replaceAll(",", "").split(".");
  return String(BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0")));
}

function askedInXml(bytes: Uint8Array): Asked[] {
  const transfers = new TextDecoder().decode(bytes).split("<CdtTrfTxInf>").slice(1);
  return transfers.map((text) => ({
    reference: /<EndToEndId>([^<]+)</.exec(text)?.[1] ?? "",
    fen: fenOf(/<InstdAmt[^>]*>([^<]+)</.exec(text)?.[1] ?? ""),
  }));
}

function askedInForm([heads = [], ...rows]: readonly string[][]): Asked[] {
  const [at, sum] = [heads.indexOf("支付参考号"), heads.findIndex((head) => head.startsWith("金额"))];
  return rows
    .filter((row) => (row[at] ?? "") !== "")
    .map((row) => ({ reference: row[at] ?? "", fen: fenOf(row[sum] ?? "") }));
}
