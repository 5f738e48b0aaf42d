import type { Translation } from "~/i18n/translation";
import type { documents as zh } from "./documents.zh";

export const documents: Translation<typeof zh> = {
  kind: { application: "Application form", acceptance: "Notice of acceptance", correction: "Correction notice", approval: "Decision: supported", rejection: "Decision: not supported", publicity: "Publicity notice", payment: "Payment notice", statement: "Yearly statement" },
  list: "Documents", none: "Documents are made at each step and then appear here.", download: "download", draftForm: "Application form (draft, PDF)",
  verify: {
    link: "Verify", title: "Verify a document", lead: "Enter the code on the last page of a document, or scan its QR code, to see what the platform issued and whether your file was changed.", code: "Verification code", codeHint: "16 letters and digits; dashes may be left out.", codeWrong: "The code has 16 letters and digits, please check it", find: "Look up",
    found: "The platform issued this document", kind: "Document", number: "Number", office: "Issued by", issuedOn: "Dated", firm: "Firm", item: "Item", sum: "Sum", pages: "Pages", hash: "File fingerprint (SHA-256)", certificate: "Fingerprint of the signing certificate (SHA-256)",
    compare: "Compare a file", compareLead: "Choose the PDF you received. Only its fingerprint is computed, the file is not kept. Compare a print with the facts above.", file: "PDF file", check: "Compare",
    same: "The file is the same", sameText: "It equals the issued file byte by byte and was not changed. Its fingerprint:", changed: "The file is not the same", changedText: "This is not the file issued under this code, or it was changed. Do not rely on it. Its fingerprint:",
  },
  statements: { title: "Yearly statement", lead: "All applications, approved sums and payments of a year, with verification code and digital signature. The document itself is in Chinese.", year: "Year", make: "Make statement", made: "Statements", none: "No statement has been made yet." },
};
