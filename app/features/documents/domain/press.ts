import type { Page } from "./page-items";

/** What a reader of PDF shows of a document beside its pages. */
export type Metadata = { title: string; author: string; subject: string; at: Date };

/** Turns laid-out pages into files. */
export type DocumentPress = {
  /** sha256 (hex) of the certificate documents are signed with */
  certificate: string;
  /** A signed file: every later change of its bytes can be found. */
  issue(pages: readonly Page[], metadata: Metadata): Promise<Buffer>;
  /** A file without signature, for what is not issued. */
  preview(pages: readonly Page[], metadata: Metadata): Promise<Buffer>;
  /** Signs a text with the same key: certificate in PEM, RSA with SHA-256 in base64. */
  signText(text: string): { certificate: string; signature: string };
};
