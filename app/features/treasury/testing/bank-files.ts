import { plainYuan } from "~/kernel/money";
import { referenceOf } from "~/features/funds/domain/payment-reference";

/** One answer of the bank in a made-up file. */
export type Answer = { paymentId: string; status: string; fen?: bigint; code?: string; why?: string };

const tag = (name: string, content: string) => `<${name}>${content}</${name}>`;
const reasonXml = ({ code, why }: Answer) =>
  code || why ? tag("StsRsnInf", `${code ? tag("Rsn", tag("Cd", code)) : ""}${why ? tag("AddtlInf", why) : ""}`) : "";
const amountXml = (fen: bigint) => `<InstdAmt Ccy="CNY">${plainYuan(fen)}</InstdAmt>`;

/** A pain.002.001.10 as a bank would send it for a batch. */
export function paymentStatusXml(
  messageId: string,
  batchNumber: string,
  answers: readonly Answer[],
  groupStatus?: string,
): string {
  const transactions = answers
    .map((each) =>
      tag(
        "TxInfAndSts",
        tag("OrgnlEndToEndId", referenceOf(each.paymentId)) +
          tag("TxSts", each.status) +
          reasonXml(each) +
          (each.fen === undefined ? "" : tag("OrgnlTxRef", tag("Amt", amountXml(each.fen)))),
      ),
    )
    .join("");
  const report =
    tag("GrpHdr", tag("MsgId", messageId) + tag("CreDtTm", "2026-11-25T09:00:00+08:00")) +
    tag(
      "OrgnlGrpInfAndSts",
      tag("OrgnlMsgId", batchNumber) +
        tag("OrgnlMsgNmId", "pain.001.001.09") +
        (groupStatus ? tag("GrpSts", groupStatus) : ""),
    ) +
    tag("OrgnlPmtInfAndSts", tag("OrgnlPmtInfId", batchNumber) + transactions);
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">${tag("CstmrPmtStsRpt", report)}</Document>`;
}

/** One booking in a made-up notification. */
export type Booking = {
  reference: string;
  fen: bigint;
  side: "DBIT" | "CRDT";
  returnCode?: string;
  status?: string;
  isReversal?: boolean;
};

/** A camt.054.001.08 about one account, an entry a booking. */
export function debitCreditXml(messageId: string, bookings: readonly Booking[], account = "340500-TREASURY"): string {
  const entries = bookings
    .map(({ reference, fen, side, returnCode, status = "BOOK", isReversal }) =>
      tag(
        "Ntry",
        `<Amt Ccy="CNY">${plainYuan(fen)}</Amt>` +
          tag("CdtDbtInd", side) +
          (isReversal ? tag("RvslInd", "true") : "") +
          tag("Sts", tag("Cd", status)) +
          tag("BookgDt", tag("Dt", "2026-11-26")) +
          tag("BkTxCd", tag("Prtry", tag("Cd", "NTRF"))) +
          tag(
            "NtryDtls",
            tag(
              "TxDtls",
              tag("Refs", tag("EndToEndId", reference)) +
                (returnCode ? tag("RtrInf", tag("Rsn", tag("Cd", returnCode))) : ""),
            ),
          ),
      ),
    )
    .join("");
  const notice =
    tag("GrpHdr", tag("MsgId", messageId) + tag("CreDtTm", "2026-11-26T18:00:00+08:00")) +
    tag("Ntfctn", tag("Id", messageId) + tag("Acct", tag("Id", tag("Othr", tag("Id", account)))) + entries);
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">${tag("BkToCstmrDbtCdtNtfctn", notice)}</Document>`;
}
