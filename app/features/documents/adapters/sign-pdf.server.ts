import { createHash, createSign } from "node:crypto";
import { pdflibAddPlaceholder } from "@signpdf/placeholder-pdf-lib";
import { SignPdf } from "@signpdf/signpdf";
import { Signer } from "@signpdf/utils";
import forge from "node-forge";
import type { PDFDocument } from "pdf-lib";

/** Signs with the platform's key. */
export type DocumentSigner = {
  /** sha256 (hex) of the certificate in DER */
  fingerprint: string;
  /** Saves the document with a detached PKCS #7 signature over all of its bytes. */
  sign(pdf: PDFDocument, reason: string, at: Date): Promise<Buffer>;
  /** RSA with SHA-256 over UTF-8 text, in base64, with the certificate in PEM. */
  signText(text: string): { certificate: string; signature: string };
};

/** Room for the signature in the file, in bytes: key of 4096 bits and a chain of three certificates. */
const signatureLength = 12_288;

/**
 * Opens a key store.
 * @param store PKCS #12 in base64 with an RSA key and its certificate, @throws Error when password or content is wrong
 */
export function createSigner(store: string, password: string): DocumentSigner {
  const { key, certificate, chain } = open(store, password);
  const signer = new KeySigner(key, certificate, chain);
  return {
    signText: (text) => ({
      certificate: forge.pki.certificateToPem(certificate),
      signature: createSign("sha256").update(text, "utf8").sign(forge.pki.privateKeyToPem(key), "base64"),
    }),
    fingerprint: createHash("sha256")
      .update(Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), "latin1"))
      .digest("hex"),
    async sign(pdf, reason, at) {
      pdflibAddPlaceholder({
        pdfDoc: pdf,
        reason,
        name: "Huiqitong",
        location: "CN",
        contactInfo: "",
        signingTime: at,
        signatureLength,
      });
      // A compressed object would move the place of the signature.
      const bytes = await pdf.save({ useObjectStreams: false });
      return new SignPdf().sign(Buffer.from(bytes), signer, at);
    },
  };
}

type Opened = { key: forge.pki.rsa.PrivateKey; certificate: forge.pki.Certificate; chain: forge.pki.Certificate[] };

function open(store: string, password: string): Opened {
  const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.decode64(store)), password);
  const { pkcs8ShroudedKeyBag = "", certBag = "" } = forge.pki.oids;
  const key = p12.getBags({ bagType: pkcs8ShroudedKeyBag })[pkcs8ShroudedKeyBag]?.[0]?.key as
    forge.pki.rsa.PrivateKey | undefined;
  const chain = (p12.getBags({ bagType: certBag })[certBag] ?? []).flatMap(({ cert }) => (cert ? [cert] : []));
  const certificate = chain.find(({ publicKey }) => key && (publicKey as forge.pki.rsa.PublicKey).n.equals(key.n));
  if (!key || !certificate) throw new Error("the key store holds no RSA key with its certificate");
  return { key, certificate, chain };
}

class KeySigner extends Signer {
  constructor(
    private readonly key: forge.pki.rsa.PrivateKey,
    private readonly certificate: forge.pki.Certificate,
    private readonly chain: readonly forge.pki.Certificate[],
  ) {
    super();
  }

  override sign(bytes: Buffer, signingTime?: Date): Promise<Buffer> {
    const signed = forge.pkcs7.createSignedData();
    signed.content = forge.util.createBuffer(bytes.toString("binary"));
    for (const certificate of this.chain) signed.addCertificate(certificate);
    const { contentType = "", data = "", messageDigest = "", signingTime: time = "", sha256 = "" } = forge.pki.oids;
    signed.addSigner({
      key: this.key,
      certificate: this.certificate,
      digestAlgorithm: sha256,
      authenticatedAttributes: [
        { type: contentType, value: data },
        { type: time, value: signingTime?.toISOString() },
        { type: messageDigest },
      ],
    });
    signed.sign({ detached: true });
    return Promise.resolve(Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), "binary"));
  }
}
