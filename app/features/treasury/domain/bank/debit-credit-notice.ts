import { z } from "zod";
import type { BankLine, ReadMessage, XmlTree } from "./bank-message";
import { entryLines } from "./entry-lines";
import { anything, element, firstProblem, identifier, instant, several } from "./iso-rules";
import { isTree, setAside } from "./line-reading";

const notification = element({
  Id: identifier,
  NtfctnPgntn: anything,
  ElctrncSeqNb: anything,
  RptgSeq: anything,
  LglSeqNb: anything,
  CreDtTm: instant.optional(),
  FrToDt: anything,
  CpyDplctInd: z.enum(["CODU", "COPY", "DUPL"]).optional().catch("DUPL"),
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
 * Of a copy or duplicate, money received counts only under the bank's own number, by which it is told from what was counted.
 */
export function readDebitCreditNotice(tree: XmlTree): ReadMessage {
  const read = schema.safeParse(tree);
  if (!read.success) return { ok: false, problem: firstProblem(read.error) };
  const { GrpHdr, Ntfctn } = read.data.Document.BkToCstmrDbtCdtNtfctn;
  const lines = Ntfctn.flatMap(({ Ntry = [], Acct, CpyDplctInd }, place): BankLine[] => {
    const account = accountOf(Acct.Id);
    const path = `${root}/Ntfctn[${place + 1}]`;
    return Ntry.flatMap((entry, index) => entryLines(entry, `${path}/Ntry[${index + 1}]`))
      .map((line) => (CpyDplctInd ? asCopied(line, path) : line))
      .map((line) => ({ ...line, ...(account && { account }) }));
  });
  return { ok: true, message: { kind: "camt.054", messageId: GrpHdr.MsgId, batchNumber: null, rest: null, lines } };
}

function asCopied(line: BankLine, path: string): BankLine {
  return line.status === "received" && line.bankReference === undefined
    ? setAside(line, { path: `${path}/CpyDplctInd`, reason: "duplicate" })
    : line;
}

function accountOf(id: unknown): string | undefined {
  if (!isTree(id)) return undefined;
  const other = isTree(id["Othr"]) ? id["Othr"]["Id"] : id["IBAN"];
  return typeof other === "string" ? other : undefined;
}
