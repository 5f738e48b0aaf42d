import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { BankMessage, ReadMessage, XmlTree } from "../domain/bank/bank-message";
import { readDebitCreditNotice } from "../domain/bank/debit-credit-notice";
import { isTree } from "../domain/bank/line-reading";
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
  "Rcrd",
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
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name, path) => lists.has(name) && !single.test(String(path)),
});

const readers: Record<string, { kind: BankMessage["kind"]; read: (tree: XmlTree) => ReadMessage }> = {
  "pain.002.001": { kind: "pain.002", read: readPaymentStatus },
  "camt.054.001": { kind: "camt.054", read: readDebitCreditNotice },
};
const namespace =
  /xmlns(?::[\w.-]+)?\s*=\s*["']urn:iso:std:iso:20022:tech:xsd:((?:pain|camt)\.\d{3}\.\d{3})\.(\d{2})["']/;
const rootOpening = /<(?:[\w.-]+:)?Document(?=[\s>])[^>]*>/;
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
  const tree = parser.parse(text) as XmlTree;
  const { Document: root } = tree;
  if (!isTree(root))
    return { ok: false, problem: { path: Object.keys(tree)[0] ?? "Document", reason: "otherMessage" } };
  const reader = readerOf(text);
  if (!reader) return { ok: false, problem: { path: "Document/@xmlns", reason: "otherMessage" } };
  return reader.read({ ...tree, Document: withoutDeclarations(root) });
}

/** The reader of the message whose namespace the root names; undefined for another message or version. */
function readerOf(text: string) {
  const [opening = ""] = rootOpening.exec(text) ?? [];
  const [, message = "", version = ""] = namespace.exec(opening) ?? [];
  return versions[message]?.includes(version) ? readers[message] : undefined;
}

/** Of the root's attributes only declarations of namespaces and schema places may stand there; they say nothing further. */
function withoutDeclarations(root: XmlTree): XmlTree {
  return Object.fromEntries(
    Object.entries(root).filter(
      ([name, value]) =>
        !(
          name.startsWith("@") &&
          (String(value).startsWith("urn:iso:std:iso:20022") ||
            String(value).startsWith("http://www.w3.org/") ||
            name === "@schemaLocation")
        ),
    ),
  );
}
