import type { BankLine, ReadMessage, XmlTree } from "./bank-message";
import { entryLines } from "./entry-lines";
import { anything, element, firstProblem, identifier, instant, several } from "./iso-rules";
import { isTree } from "./line-reading";

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
  Ntry: several(anything).optional(),
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
const root = "Document/BkToCstmrDbtCdtNtfctn";

/**
 * Reads a camt.054.001 (bank to customer debit credit notification): debits are payments made, credits with return
 * information payments that came back, credits marked as reversal debits taken back, other credits money received. Booked
 * entries alone count. The header is taken by the rules of the schema or the file is refused; each entry is read by itself.
 */
export function readDebitCreditNotice(tree: XmlTree): ReadMessage {
  const read = schema.safeParse(tree);
  if (!read.success) return { ok: false, problem: firstProblem(read.error) };
  const { GrpHdr, Ntfctn } = read.data.Document.BkToCstmrDbtCdtNtfctn;
  const lines = Ntfctn.flatMap(({ Ntry = [], Acct }, place): BankLine[] => {
    const account = accountOf(Acct.Id);
    return Ntry.flatMap((entry, index) => entryLines(entry, `${root}/Ntfctn[${place + 1}]/Ntry[${index + 1}]`)).map(
      (line) => ({ ...line, ...(account && { account }) }),
    );
  });
  return { ok: true, message: { kind: "camt.054", messageId: GrpHdr.MsgId, batchNumber: null, rest: null, lines } };
}

function accountOf(id: unknown): string | undefined {
  if (!isTree(id)) return undefined;
  const other = isTree(id["Othr"]) ? id["Othr"]["Id"] : id["IBAN"];
  return typeof other === "string" ? other : undefined;
}
