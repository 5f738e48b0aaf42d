import type { DocumentPress } from "~/features/documents/domain/press";

/** A press that keeps the words and draws nothing: what a life shows doesn't hang on the looks of its papers. */
export const plainPress: DocumentPress = {
  certificate: "plain",
  issue: plain,
  preview: plain,
  signText: () => ({ certificate: "plain", signature: "plain" }),
};

function plain(...[pages, { title, subject }]: Parameters<DocumentPress["issue"]>): Promise<Buffer> {
  return Promise.resolve(Buffer.from(`%PDF-1.4\n% ${title} ${subject ?? ""} ${pages.length}\n`));
}
