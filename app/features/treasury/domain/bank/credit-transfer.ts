import { plainYuan, type Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { element, xmlDocument, type XmlNode } from "./xml-text";

export const creditTransferNamespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

export type Transfer = {
  paymentId: string;
  amountFen: Fen;
  holder: string;
  bankName: string;
  accountNumber: string;
  remittance: string;
};

export type TransferOrder = {
  /** number of the batch: message and payment information id */
  batchNumber: string;
  createdAt: Date;
  /** day the bank is asked to pay on */
  requestedOn: PlainDate;
  debtor: { name: string; account: string; bankName: string };
  transfers: readonly Transfer[];
};

/**
 * A batch as pain.001.001.09 (CustomerCreditTransferInitiationV09), one payment information of transfers in CNY. Texts
 * are cut to what the standard allows.
 * @throws RangeError for a batch without transfers, a sum that is not positive, or an identifier longer than the standard's
 */
export function creditTransferXml(order: TransferOrder): string {
  const { transfers, batchNumber } = order;
  if (transfers.length === 0) throw new RangeError("a batch without transfers is no order");
  const total = plainYuan(transfers.reduce((sum, { amountFen }) => sum + amountFen, 0n));
  const count = String(transfers.length);
  const header = element("GrpHdr", [
    element("MsgId", identifier(batchNumber, 35)),
    element("CreDtTm", order.createdAt.toISOString().slice(0, 19) + "Z"),
    element("NbOfTxs", count),
    element("CtrlSum", total),
    element("InitgPty", [element("Nm", cut(order.debtor.name, 140))]),
  ]);
  const information = element("PmtInf", [
    element("PmtInfId", identifier(batchNumber, 35)),
    element("PmtMtd", "TRF"),
    element("NbOfTxs", count),
    element("CtrlSum", total),
    element("ReqdExctnDt", [element("Dt", order.requestedOn)]),
    element("Dbtr", [element("Nm", cut(order.debtor.name, 140))]),
    account("DbtrAcct", order.debtor.account),
    agent("DbtrAgt", order.debtor.bankName),
    ...transfers.map(transferNode),
  ]);
  return xmlDocument(
    element("Document", [element("CstmrCdtTrfInitn", [header, information])], { xmlns: creditTransferNamespace }),
  );
}

function transferNode(transfer: Transfer): XmlNode {
  if (transfer.amountFen <= 0n) throw new RangeError(`no transfer of ${transfer.amountFen} fen`);
  const reference = referenceOf(transfer.paymentId);
  return element("CdtTrfTxInf", [
    element("PmtId", [element("InstrId", identifier(reference, 35)), element("EndToEndId", identifier(reference, 35))]),
    element("Amt", [element("InstdAmt", plainYuan(transfer.amountFen), { Ccy: "CNY" })]),
    agent("CdtrAgt", transfer.bankName),
    element("Cdtr", [element("Nm", cut(transfer.holder, 140))]),
    account("CdtrAcct", transfer.accountNumber),
    element("Purp", [element("Cd", "GOVT")]),
    element("RmtInf", [element("Ustrd", cut(transfer.remittance, 140))]),
  ]);
}

function account(name: string, number: string): XmlNode {
  return element(name, [element("Id", [element("Othr", [element("Id", identifier(number, 34))])])]);
}

function agent(name: string, bankName: string): XmlNode {
  return element(name, [element("FinInstnId", [element("Nm", cut(bankName, 140))])]);
}

function cut(text: string, most: number): string {
  return [...text.trim()].slice(0, most).join("");
}

function identifier(text: string, most: number): string {
  if (text.length === 0 || text.length > most)
    throw new RangeError(`an identifier has 1 to ${most} characters: ${text}`);
  return text;
}
