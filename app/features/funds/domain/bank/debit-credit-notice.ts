import type { z } from "zod";
import type { BankLine, ReadMessage, XmlTree } from "./bank-message";
import {
  amount,
  anything,
  code,
  dayOrInstant,
  element,
  firstProblem,
  identifier,
  instant,
  oneOf,
  several,
  text,
  type Problem,
} from "./iso-rules";

const side = oneOf(["CRDT", "DBIT"]);
const returned = element({
  OrgnlBkTxCd: anything,
  Orgtr: anything,
  Rsn: element({ Cd: code.optional(), Prtry: identifier.optional() }).optional(),
  AddtlInf: several(text(105)).optional(),
});
const references = element({
  MsgId: identifier.optional(),
  AcctSvcrRef: identifier.optional(),
  PmtInfId: identifier.optional(),
  InstrId: identifier.optional(),
  EndToEndId: identifier.optional(),
  UETR: anything,
  TxId: identifier.optional(),
  MndtId: anything,
  ChqNb: anything,
  ClrSysRef: anything,
  AcctOwnrTxId: anything,
  AcctSvcrTxId: anything,
  MktInfrstrctrTxId: anything,
  PrcgId: anything,
  Prtry: anything,
});
const transaction = element({
  Refs: references.optional(),
  Amt: amount.optional(),
  CdtDbtInd: side.optional(),
  AmtDtls: anything,
  Avlbty: anything,
  BkTxCd: anything,
  Chrgs: anything,
  Intrst: anything,
  RltdPties: anything,
  RltdAgts: anything,
  LclInstrm: anything,
  Purp: anything,
  RltdRmtInf: anything,
  RmtInf: anything,
  RltdDts: anything,
  RltdPric: anything,
  RltdQties: anything,
  FinInstrmId: anything,
  Tax: anything,
  RtrInf: returned.optional(),
  CorpActn: anything,
  SfkpgAcct: anything,
  CshDpst: anything,
  CardTx: anything,
  AddtlTxInf: anything,
  SplmtryData: anything,
});
const entry = element({
  NtryRef: identifier.optional(),
  Amt: amount,
  CdtDbtInd: side,
  RvslInd: anything,
  Sts: element({ Cd: oneOf(["BOOK", "PDNG", "INFO", "FUTR"]) }),
  BookgDt: dayOrInstant.optional(),
  ValDt: dayOrInstant.optional(),
  AcctSvcrRef: identifier.optional(),
  Avlbty: anything,
  BkTxCd: anything,
  ComssnWvrInd: anything,
  AddtlInfInd: anything,
  AmtDtls: anything,
  Chrgs: anything,
  TechInptChanl: anything,
  Intrst: anything,
  CardTx: anything,
  NtryDtls: several(element({ Btch: anything, TxDtls: several(transaction).optional() })).optional(),
  AddtlNtryInf: text(500).optional(),
});
const notification = element({
  Id: identifier,
  NtfctnPgntn: anything,
  ElctrncSeqNb: anything,
  RptgSeq: anything,
  LglSeqNb: anything,
  CreDtTm: instant.optional(),
  FrToDt: anything,
  CpyDplctInd: anything,
  RptgSrc: anything,
  Acct: element({
    Id: anything,
    Tp: anything,
    Ccy: anything,
    Nm: anything,
    Prxy: anything,
    Ownr: anything,
    Svcr: anything,
  }),
  RltdAcct: anything,
  Intrst: anything,
  TxsSummry: anything,
  Ntry: several(entry).optional(),
  AddtlNtfctnInf: anything,
});
const schema = element({
  Document: element({
    "@xmlns": anything,
    BkToCstmrDbtCdtNtfctn: element({
      GrpHdr: element({
        MsgId: identifier,
        CreDtTm: instant,
        MsgRcpt: anything,
        MsgPgntn: anything,
        OrgnlBizQry: anything,
        AddtlInf: anything,
      }),
      Ntfctn: several(notification),
      SplmtryData: anything,
    }),
  }),
});

type Entry = z.infer<typeof entry>;
type Transaction = z.infer<typeof transaction>;

/**
 * Reads a camt.054.001 (bank to customer debit credit notification) by the rules of its schema: debits are payments made,
 * credits with return information payments that came back, other credits money received. Booked entries alone count.
 */
export function readDebitCreditNotice(tree: XmlTree): ReadMessage {
  const read = schema.safeParse(tree);
  if (!read.success) return { ok: false, problem: firstProblem(read.error) };
  const { GrpHdr, Ntfctn } = read.data.Document.BkToCstmrDbtCdtNtfctn;
  const problem = Ntfctn.map((each, place) =>
    sumProblem(each.Ntry ?? [], `Document/BkToCstmrDbtCdtNtfctn/Ntfctn[${place + 1}]`),
  ).find((found) => found !== null);
  if (problem) return { ok: false, problem };
  const lines = Ntfctn.flatMap((each) => (each.Ntry ?? []).flatMap(linesOf));
  return { ok: true, message: { kind: "camt.054", messageId: GrpHdr.MsgId, batchNumber: null, rest: null, lines } };
}

function transactionsOf({ NtryDtls = [] }: Entry): Transaction[] {
  return NtryDtls.flatMap((details) => details.TxDtls ?? []);
}

/** An entry is the sum of its transactions; with more than one each must name its own. */
function sumProblem(entries: readonly Entry[], path: string): Problem | null {
  const wrong = entries.findIndex((each) => {
    const parts = transactionsOf(each);
    if (parts.length === 0 || (parts.length === 1 && parts[0]?.Amt === undefined)) return false;
    return (
      parts.some((part) => part.Amt === undefined) ||
      parts.reduce((sum, part) => sum + (part.Amt ?? 0n), 0n) !== each.Amt
    );
  });
  return wrong < 0 ? null : { path: `${path}/Ntry[${wrong + 1}]/Amt`, reason: "entrySum" };
}

function linesOf(each: Entry): BankLine[] {
  const parts = transactionsOf(each);
  return (parts.length > 0 ? parts : [{}]).map((part: Partial<Transaction>) => ({
    ...namesOf(each, part.Refs),
    ...reasonOf(each, part.RtrInf),
    amountFen: part.Amt ?? each.Amt,
    status: each.Sts.Cd === "BOOK" ? booked(part.CdtDbtInd ?? each.CdtDbtInd, part.RtrInf !== undefined) : "pending",
    bookedOn: each.BookgDt ?? null,
  }));
}

function namesOf(each: Entry, references: Transaction["Refs"]): Pick<BankLine, "reference" | "bankReference"> {
  const own = each.AcctSvcrRef ?? each.NtryRef;
  return {
    reference: references?.EndToEndId ?? references?.InstrId ?? own ?? "",
    bankReference: references?.AcctSvcrRef ?? own,
  };
}

function reasonOf(each: Entry, info: Transaction["RtrInf"]): Pick<BankLine, "reasonCode" | "reasonText"> {
  return {
    reasonCode: info?.Rsn?.Cd ?? info?.Rsn?.Prtry ?? null,
    reasonText: info?.AddtlInf?.join(" ") ?? each.AddtlNtryInf ?? null,
  };
}

function booked(indicator: "CRDT" | "DBIT", isReturn: boolean): BankLine["status"] {
  if (indicator === "DBIT") return "paid";
  return isReturn ? "returned" : "received";
}
