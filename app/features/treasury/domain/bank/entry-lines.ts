import type { Fen } from "~/kernel/money";
import type { BankLine, Side } from "./bank-message";
import { paymentIdOf } from "~/features/funds/domain/payment-reference";
import { statedAmounts, chargeOf, splitSum, type Money, type Split } from "./entry-amounts";
import { meaningOf } from "./entry-meaning";
import {
  entry as entrySchema,
  moneyOfTransaction,
  transaction,
  type Entry,
  type Transaction,
  type TransactionMoney,
} from "./entry-schema";
import { firstProblem, type Problem } from "./iso-rules";
import { isAmbiguous, named, setAside, shown } from "./line-reading";

/**
 * A transaction of an entry with the sum that was booked for it. Where an entry tells of none, it stands for itself.
 * `place`: which of several it is.
 */
type Part = { tree: unknown; path: string; place: number | null; side: Side; bookedFen: Fen; split: Split };

/**
 * The lines of one entry: a line a transaction, and one for the bank's charge where the entry holds more than they do. An
 * entry whose sum can't be followed to the fen is set aside as one line.
 */
export function entryLines(tree: unknown, path: string): BankLine[] {
  const read = entrySchema.safeParse(tree);
  if (!read.success) return [oddEntry(tree, firstProblem(read.error, path))];
  const whole = read.data;
  const parts = partsOf(whole, path);
  if ("reason" in parts) return [oddEntry(tree, parts, whole)];
  const charge = chargeWithin(whole, parts, path);
  if (typeof charge !== "bigint") return [oddEntry(tree, charge, whole)];
  const lines = parts.flatMap((part) => partLines(whole, part, charge !== 0n));
  return charge === 0n ? lines : [...lines, chargeLine(whole, charge)];
}

function oddEntry(tree: unknown, problem: Problem, whole?: Entry): BankLine {
  const { references, ...rest } = shown(tree);
  const names = [...new Set(references.filter((each) => paymentIdOf(each) !== null).map((each) => named([each])))];
  return setAside(
    { ...rest, ...(whole && common(whole)), reference: names.length > 0 ? names.join(" ") : named(references) },
    problem,
  );
}

function common(whole: Entry): Pick<BankLine, "bookedOn" | "reasonText"> {
  return { bookedOn: whole.BookgDt ?? null, reasonText: whole.AddtlNtryInf };
}

function sideOf(indicator: "CRDT" | "DBIT"): Side {
  return indicator === "DBIT" ? "debit" : "credit";
}

function partsOf(whole: Entry, path: string): Part[] | Problem {
  const listed = (whole.NtryDtls ?? []).flatMap(({ TxDtls = [] }, place) =>
    TxDtls.map((each, index) => ({ tree: each, path: `${path}/NtryDtls[${place + 1}]/TxDtls[${index + 1}]` })),
  );
  const isAlone = listed.length <= 1;
  const found = listed.length > 0 ? listed : [{ tree: {}, path }];
  const parts: Part[] = [];
  for (const each of found) {
    const money = moneyOfTransaction.safeParse(each.tree === "" ? {} : each.tree);
    if (!money.success) return firstProblem(money.error, each.path);
    const part = partOf(whole, money.data, isAlone);
    if ("reason" in part) return { path: each.path, reason: part.reason };
    parts.push({ ...each, ...part, place: isAlone ? null : parts.length + 1 });
  }
  return parts;
}

function partOf(
  whole: Entry,
  money: TransactionMoney,
  isAlone: boolean,
): Pick<Part, "side" | "bookedFen" | "split"> | { reason: string } {
  const side = sideOf(money.CdtDbtInd ?? whole.CdtDbtInd);
  const stated = isAlone ? withEntry(whole, money) : money;
  const bookedFen = stated.Amt ?? statedAmounts(stated).at(-1);
  if (bookedFen === undefined) return { reason: "entrySum" };
  const split = splitSum(bookedFen, stated, side);
  return split ? { side, bookedFen, split } : { reason: "amountsDiffer" };
}

/** A transaction that is alone in its entry says what the entry says. */
function withEntry(whole: Entry, money: TransactionMoney): Money {
  const Amt = money.Amt ?? whole.Amt;
  return {
    Amt,
    AmtDtls: money.AmtDtls ?? whole.AmtDtls,
    Chrgs: money.Chrgs ?? (Amt === whole.Amt ? whole.Chrgs : undefined),
  };
}

/**
 * What the bank took beside the transactions of an entry: the sum that is left must be the charges it tells, or its batch
 * must name the transactions' sum.
 * @returns fen, debits positive; the problem where something is left without a word
 */
function chargeWithin(whole: Entry, parts: readonly Part[], path: string): Fen | Problem {
  const out = (side: Side, fen: Fen) => (side === "debit" ? fen : -fen);
  const own = parts.reduce((sum, { side, bookedFen }) => sum + out(side, bookedFen), 0n);
  const left = out(sideOf(whole.CdtDbtInd), whole.Amt) - own;
  const batches = batchStanding(whole, own < 0n ? -own : own);
  if (batches === "count") return { path: `${path}/NtryDtls/Btch/NbOfTxs`, reason: "txCount" };
  if (batches === "differs") return { path: `${path}/NtryDtls/Btch/TtlAmt`, reason: "entrySum" };
  const ofEntry = chargeOf(whole).fen;
  const ofParts = parts.reduce((sum, { split }) => sum + split.besideFen, 0n);
  const isTold = [0n, ofEntry, ofParts, ofEntry + ofParts].includes(left) || (batches === "named" && left > 0n);
  return isTold ? left : { path: `${path}/Amt`, reason: "entrySum" };
}

/** Whether the batches of an entry name the count and the sum of the transactions listed. `ownFen`: that sum. */
function batchStanding({ NtryDtls = [], Amt }: Entry, ownFen: Fen): "silent" | "named" | "count" | "differs" {
  const listed = NtryDtls.map(({ Btch, TxDtls = [] }) => ({ Btch, count: TxDtls.length })).filter(
    ({ count }) => count > 0,
  );
  if (listed.some(({ Btch, count }) => (Btch?.NbOfTxs ?? count) !== count)) return "count";
  const sums = listed.flatMap(({ Btch }) => Btch?.TtlAmt ?? []);
  if (sums.length === 0 || sums.length < listed.length) return "silent";
  const total = sums.reduce((sum, fen) => sum + fen, 0n);
  if (total === ownFen) return "named";
  return total === Amt ? "silent" : "differs";
}

function chargeLine(whole: Entry, fen: Fen): BankLine {
  return {
    ...common(whole),
    reference: named([whole.AcctSvcrRef, whole.NtryRef]),
    amountFen: fen < 0n ? -fen : fen,
    side: fen < 0n ? "credit" : "debit",
    status: whole.Sts.Cd === "BOOK" ? "charge" : "pending",
    reasonCode: null,
  };
}

function partLines(whole: Entry, part: Part, isChargeFound: boolean): BankLine[] {
  const { transferFen, withinFen, besideFen, isOpen } = part.split;
  const read = transaction.safeParse(part.tree === "" ? {} : part.tree);
  if (!read.success) {
    const { references } = shown(part.tree);
    const odd = { ...common(whole), reference: named(references), amountFen: part.bookedFen, side: part.side };
    return [setAside(odd, firstProblem(read.error, part.path))];
  }
  const line = { ...lineOf(whole, read.data, part), amountFen: transferFen };
  const open = isOpen && !isChargeFound ? { ...line, chargeFen: besideFen } : line;
  return withinFen === 0n ? [open] : [open, { ...chargeLine(whole, withinFen), reference: line.reference }];
}

/** The bank's number of a booking; the entry's own number is that of all its transactions. */
function bookingOf(refs: NonNullable<Transaction["Refs"]>, own: string | undefined, place: number | null) {
  const number = refs.AcctSvcrRef || (own && place !== null ? `${own}#${place}` : own);
  return number ? { bankReference: number } : {};
}

function lineOf(whole: Entry, part: Transaction, { side, path, place }: Part): BankLine {
  const refs = part.Refs ?? {};
  const own = whole.AcctSvcrRef || whole.NtryRef;
  const references = [refs.EndToEndId, refs.InstrId, refs.AcctOwnrTxId, refs.TxId, own];
  const line = {
    reference: named(references),
    amountFen: null,
    side,
    ...reasonOf(whole, part),
    bookedOn: whole.BookgDt ?? null,
    ...bookingOf(refs, own, place),
    ...batchOf(whole, refs),
  };
  if (isAmbiguous(references)) return setAside(line, { path: `${path}/Refs`, reason: "referencesDiffer" });
  if (whole.Sts.Cd !== "BOOK") return { ...line, status: "pending" };
  const meaning = meaningOf({
    side,
    isReversal: whole.RvslInd ?? false,
    entrySide: sideOf(whole.CdtDbtInd),
    hasReturn: part.RtrInf !== undefined,
    codes: [whole.BkTxCd, part.BkTxCd],
    isOurs: paymentIdOf(line.reference) !== null || "batch" in line,
  });
  return "reason" in meaning ? setAside(line, { path, reason: meaning.reason }) : { ...line, status: meaning.status };
}

function reasonOf(whole: Entry, { RtrInf, AddtlTxInf }: Transaction): Pick<BankLine, "reasonCode" | "reasonText"> {
  const { Rsn, AddtlInf = null } = RtrInf ?? {};
  return { reasonCode: Rsn?.Cd ?? Rsn?.Prtry ?? null, reasonText: AddtlInf ?? AddtlTxInf ?? whole.AddtlNtryInf };
}

/** The batch a booking without a payment's reference names, where it is the only booking of its entry. */
function batchOf({ NtryDtls = [] }: Entry, refs: NonNullable<Transaction["Refs"]>): Pick<BankLine, "batch"> {
  const [only = {}, ...others] = NtryDtls;
  const { Btch = {}, TxDtls = [] } = only;
  if (others.length > 0 || TxDtls.length > 1) return {};
  const number = named([Btch.PmtInfId, refs.PmtInfId, Btch.MsgId, refs.MsgId]);
  return number ? { batch: { number, count: Btch.NbOfTxs ?? null } } : {};
}
