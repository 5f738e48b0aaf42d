/** Parts of a bank's files as text, for what the makers of whole files don't write. */
export const one = "01900000000070008000000000000001";
export const two = "01900000000070008000000000000002";

export const entryDate = "<BookgDt><Dt>2026-11-26</Dt></BookgDt>";

/** A camt.054.001.08 with these entries on the treasury's account. */
export function notification(
  entries: string,
  messageId = "N-1",
  account = "<Othr><Id>340500-TREASURY</Id></Othr>",
): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-11-26T18:00:00+08:00</CreDtTm></GrpHdr><Ntfctn><Id>N</Id><Acct><Id>${account}</Id></Acct>${entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

export type EntryParts = {
  fen?: string;
  side?: "DBIT" | "CRDT";
  reversal?: string;
  status?: string;
  date?: string;
  bankReference?: string;
  code?: string;
  /** what stands between business code and details, such as `<Chrgs>` */
  money?: string;
  batch?: string;
  transactions?: readonly string[];
  words?: string;
};

const tag = (name: string, content: string | undefined) =>
  content === undefined ? "" : `<${name}>${content}</${name}>`;

/** One entry; without `transactions` it has no details. */
export function entryXml(parts: EntryParts): string {
  const { fen = "100.00", side = "DBIT", status = "<Cd>BOOK</Cd>", date = entryDate, transactions, batch } = parts;
  const details = transactions ?? batch;
  return tag(
    "Ntry",
    `<Amt Ccy="CNY">${fen}</Amt>${tag("CdtDbtInd", side)}${tag("RvslInd", parts.reversal)}${tag("Sts", status)}${date}` +
      tag("AcctSvcrRef", parts.bankReference) +
      tag("BkTxCd", parts.code ?? "<Prtry><Cd>NTRF</Cd></Prtry>") +
      (parts.money ?? "") +
      (details === undefined
        ? ""
        : tag("NtryDtls", tag("Btch", batch) + (transactions ?? []).map((each) => tag("TxDtls", each)).join(""))) +
      tag("AddtlNtryInf", parts.words),
  );
}

/** References of a transaction. */
export const refs = (reference: string) => `<Refs><EndToEndId>${reference}</EndToEndId></Refs>`;
export const cny = (sum: string, name = "Amt") => `<${name} Ccy="CNY">${sum}</${name}>`;

/** A pain.002.001.10 for batch PC-1: what stands in the group beside its ids, and the answers. */
export function statusReport(answers: string, group = "", part = "", messageId = "S-1", batch = "PC-1"): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-11-25T09:00:00+08:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${batch}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch}</OrgnlPmtInfId>${part}${answers}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

export const answerXml = (reference: string, status: string, rest = "") =>
  `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>${status}</TxSts>${rest}</TxInfAndSts>`;
