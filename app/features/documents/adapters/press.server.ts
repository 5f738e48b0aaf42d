import type { DocumentPress } from "../domain/press";
import { drawPages } from "./draw-pages.server";
import { createSigner } from "./sign-pdf.server";

/**
 * The press of the process.
 * @param store PKCS #12 in base64, @throws Error when password or content is wrong
 */
export function createPress(store: string, password: string): DocumentPress {
  const signer = createSigner(store, password);
  return {
    certificate: signer.fingerprint,
    issue: async (pages, metadata) => signer.sign(await drawPages(pages, metadata), metadata.title, metadata.at),
    signText: signer.signText,
    preview: async (pages, metadata) => Buffer.from(await (await drawPages(pages, metadata)).save()),
  };
}
