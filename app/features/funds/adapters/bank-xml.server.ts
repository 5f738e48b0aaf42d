import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { BankMessage, ReadMessage, XmlTree } from "../domain/bank/bank-message";
import { readDebitCreditNotice } from "../domain/bank/debit-credit-notice";
import { readPaymentStatus } from "../domain/bank/payment-status";

const lists = new Set([
  "OrgnlPmtInfAndSts",
  "TxInfAndSts",
  "StsRsnInf",
  "AddtlInf",
  "Ntfctn",
  "Ntry",
  "NtryDtls",
  "TxDtls",
]);
/** In the header of camt.054 the same name stands once and for something else. */
const single = /GrpHdr\.AddtlInf$/;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name, path) => lists.has(name) && !single.test(String(path)),
});

const readers: Record<string, { kind: BankMessage["kind"]; read: (tree: XmlTree) => ReadMessage }> = {
  "pain.002.001": { kind: "pain.002", read: readPaymentStatus },
  "camt.054.001": { kind: "camt.054", read: readDebitCreditNotice },
};
const namespace = /urn:iso:std:iso:20022:tech:xsd:((?:pain|camt)\.\d{3}\.\d{3})\.(\d{2})/;
/** Versions whose elements the readers know. */
const versions: Record<string, readonly string[]> = {
  "pain.002.001": ["10", "11", "12", "13"],
  "camt.054.001": ["08", "09", "10", "11"],
};

/**
 * Reads a bank's XML file. Document types are refused before anything is parsed, so that no entity can be declared.
 * @returns the message, or where it fails first and why; nothing is read then
 */
export function readBankXml(text: string): ReadMessage {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { ok: false, problem: { path: "Document", reason: "documentType" } };
  const wellFormed = XMLValidator.validate(text);
  if (wellFormed !== true)
    return { ok: false, problem: { path: `${wellFormed.err.line}:${wellFormed.err.col}`, reason: "notXml" } };
  const found = namespace.exec(text.slice(0, 2000));
  const reader = found && readers[found[1] ?? ""];
  if (!found || !reader || !versions[found[1] ?? ""]?.includes(found[2] ?? ""))
    return { ok: false, problem: { path: "Document/@xmlns", reason: "otherMessage" } };
  return reader.read(withoutDeclarations(parser.parse(text) as XmlTree));
}

/** Of the root's attributes only declarations of namespaces and schema places may stand there; they say nothing further. */
function withoutDeclarations(tree: XmlTree): XmlTree {
  const { Document: root, ...rest } = tree;
  if (typeof root !== "object" || root === null) return tree;
  const entries = Object.entries(root).filter(
    ([name, value]) =>
      !(
        name.startsWith("@") &&
        (String(value).startsWith("urn:iso:std:iso:20022") ||
          String(value).startsWith("http://www.w3.org/") ||
          name === "@schemaLocation")
      ),
  );
  return { ...rest, Document: Object.fromEntries(entries) };
}
