import { plainYuan, type Fen } from "~/kernel/money";

export type BatchStatus = "draft" | "exported" | "settled" | "cancelled";
export type PaymentStatus = "pending" | "batched" | "paid" | "returned" | "cancelled";

export type BatchCommand = { type: "EXPORT"; actorId: string } | { type: "CANCEL" } | { type: "SETTLE" };
export type PaymentCommand = "BATCH" | "UNBATCH" | "PAY" | "RETURN" | "CANCEL";

export type Batch = {
  status: BatchStatus;
  createdById: string;
  payments: readonly { status: PaymentStatus; amountFen: Fen }[];
};

/** What decides about a batch. */
type MovableBatch = Pick<Batch, "status" | "createdById"> & { payments: readonly { status: PaymentStatus }[] };

export type BatchMove =
  | { ok: true; status: BatchStatus }
  | { ok: false; code: "funds.batch-state" | "funds.batch-empty" | "funds.two-persons" };

/** What becomes of a batch: made and released by two persons, settled when the bank has answered for every payment. */
export function moveBatch(batch: MovableBatch, command: BatchCommand): BatchMove {
  switch (command.type) {
    case "EXPORT":
      return exported(batch, command.actorId);
    case "CANCEL":
      return batch.status === "draft" ? { ok: true, status: "cancelled" } : { ok: false, code: "funds.batch-state" };
    case "SETTLE":
      return batch.status === "exported" && isAnswered(batch)
        ? { ok: true, status: "settled" }
        : { ok: false, code: "funds.batch-state" };
  }
}

function exported(batch: MovableBatch, actorId: string): BatchMove {
  if (batch.status !== "draft") return { ok: false, code: "funds.batch-state" };
  if (batch.payments.length === 0) return { ok: false, code: "funds.batch-empty" };
  return actorId === batch.createdById ? { ok: false, code: "funds.two-persons" } : { ok: true, status: "exported" };
}

/** Whether a payment can still be taken out of a batch: nobody has its file for the bank yet. */
export function isAtHand({ status, fileTakenAt }: { status: string; fileTakenAt: Date | null }): boolean {
  return status === "draft" || (status === "exported" && fileTakenAt === null);
}

/** Whether a person may note by hand what the bank paid of a batch: who neither made nor released it. */
export function mayNotePaid(batch: { createdById: string; exportedById: string | null }, personId: string): boolean {
  return personId !== batch.createdById && personId !== batch.exportedById;
}

/** Whether the bank has paid or returned every payment of a batch. */
export function isAnswered({ payments }: Pick<MovableBatch, "payments">): boolean {
  return payments.every(({ status }) => status === "paid" || status === "returned");
}

const paymentMoves: Record<PaymentStatus, Partial<Record<PaymentCommand, PaymentStatus>>> = {
  pending: { BATCH: "batched", CANCEL: "cancelled" },
  batched: { UNBATCH: "pending", PAY: "paid", RETURN: "returned" },
  returned: {},
  paid: { RETURN: "returned" },
  cancelled: {},
};

/**
 * The status after a command, or null where the payment's state does not allow it: nothing is paid twice. A returned
 * payment stays so; another takes its place.
 */
export function movePayment(status: PaymentStatus, command: PaymentCommand): PaymentStatus | null {
  return paymentMoves[status][command] ?? null;
}

export type BatchTotals = { count: number; totalFen: Fen; paidFen: Fen; returnedFen: Fen; outstandingFen: Fen };

/** Sums of a batch in fen; what is neither paid nor returned is outstanding. */
export function batchTotals(payments: readonly { status: string; amountFen: Fen }[]): BatchTotals {
  const sum = (statuses: readonly string[]) =>
    payments.filter(({ status }) => statuses.includes(status)).reduce((total, { amountFen }) => total + amountFen, 0n);
  const paidFen = sum(["paid"]);
  const returnedFen = sum(["returned"]);
  const outstandingFen = sum(["pending", "batched"]);
  return {
    count: payments.length,
    totalFen: paidFen + returnedFen + outstandingFen,
    paidFen,
    returnedFen,
    outstandingFen,
  };
}

export const treasuryColumns = [
  "serial",
  "reference",
  "applicationNumber",
  "item",
  "holder",
  "bankName",
  "accountNumber",
  "amountYuan",
  "result",
  "reasonCode",
  "reason",
] as const;
export type TreasuryColumn = (typeof treasuryColumns)[number];
/** Headings of the form, by which it is read again. */
export const treasuryWords: Record<TreasuryColumn | "total", string> = {
  serial: "序号",
  reference: "支付参考号",
  applicationNumber: "申报编号",
  item: "政策",
  holder: "户名",
  bankName: "开户银行",
  accountNumber: "账号",
  amountYuan: "金额（元）",
  result: "结果（已支付/退回）",
  reasonCode: "原因代码",
  reason: "原因",
  total: "合计",
};
export type TreasuryPayment = {
  reference: string;
  applicationNumber: string;
  item: string;
  holder: string;
  bankName: string;
  accountNumber: string;
  amountFen: Fen;
};

/**
 * Rows of a batch as the treasury's form: headings, one row a payment with result, code and reason left to fill in, a
 * closing row with count and sum in yuan. Guarding formulas and long digits is the writer's work.
 */
export function treasuryRows(payments: readonly TreasuryPayment[]): (string | number)[][] {
  const rows = payments.map((each, index) => [
    index + 1,
    each.reference,
    each.applicationNumber,
    each.item,
    each.holder,
    each.bankName,
    each.accountNumber,
    plainYuan(each.amountFen),
    "",
    "",
    "",
  ]);
  const totalFen = payments.reduce((sum, each) => sum + each.amountFen, 0n);
  return [
    treasuryColumns.map((column) => treasuryWords[column]),
    ...rows,
    [treasuryWords.total, "", payments.length, "", "", "", "", plainYuan(totalFen), "", "", ""],
  ];
}
